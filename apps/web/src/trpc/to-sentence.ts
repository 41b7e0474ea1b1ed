/** "too long" is "Too long.": the API's faults are parts of a sentence. */
export function toSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.\s*$/, "")}.`;
}
