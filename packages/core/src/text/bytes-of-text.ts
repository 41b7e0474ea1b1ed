const isWide = /[^\0-\xff]/;

/** What the letters of a text take in the heap: two bytes each once one of them is beyond Latin. */
export const bytesOfText = (text: string): number => (isWide.test(text) ? 2 : 1) * text.length;
