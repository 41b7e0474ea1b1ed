import { fold } from "../text/fold.ts";

/** Scripts that write without spaces between words, and Korean, whose words are found inside of longer ones. */
const letters = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー`;
const unspaced = new RegExp(`[${letters}]`, "u");
/** In a word of mixed scripts: a run of them, with its marks and numbers, or what is between two runs. */
const segments = new RegExp(`[${letters}\\p{M}\\p{Nd}]*[${letters}][${letters}\\p{M}\\p{Nd}]*|[^${letters}]+`, "gu");
/** Words written together, by a sign or none: "AC/DC", "O'Connor", "Saint-Saëns". */
const groups = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['./·・゠=\u05be\u05f3\u05f4-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const signs = /['./·・゠=\u05be\u05f3\u05f4-]/;
const parts = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Whether a text may have letters of `unspaced` at all. */
const mayBeUnspaced = /[\u0e00-\uffff]/;

/** More words than these in one group are a list, not a name. */
const mostParts = 4;

/** Whether a word is searched inside of words too, having letters of a script without spaces. */
export const isUnspaced = (word: string): boolean => mayBeUnspaced.test(word) && unspaced.test(word);

/** The words of a text that belong together, folded. `joined` is null for a single word. */
export type WordGroup = { words: string[]; joined: string | null };

export function splitGroups(text: string): WordGroup[] {
  const folded = fold(text);
  const isMixed = mayBeUnspaced.test(folded);
  return (folded.match(groups) ?? []).map((group) => {
    const found = signs.test(group) ? (group.match(parts) ?? []) : [group];
    const words = isMixed ? found.flatMap((part) => part.match(segments) ?? []) : found;
    const isName = found.length > 1 && found.length <= mostParts && isOneKind(words);
    return { words, joined: isName ? found.join("") : null };
  });
}

/** Every word under which a text is found: as they stand, written together, and the numbers inside of a run. */
export function splitWords(text: string): string[] {
  const found: string[] = [];
  for (const { words, joined } of splitGroups(text)) {
    for (const word of words) {
      found.push(word);
      if (isUnspaced(word)) found.push(...(word.match(/\p{Nd}+/gu) ?? []));
    }
    if (joined !== null) found.push(joined);
  }
  return found;
}

const isOneKind = (words: string[]): boolean => new Set(words.map(isUnspaced)).size === 1;
