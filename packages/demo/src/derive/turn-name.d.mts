/** "a", "a and b", "a, b and c". */
export function joinWords(words: string[]): string;
export function turnName(raw: string): string;
export function surnameOf(raw: string): string;
