import { plainText } from "./plain-text";

/** Names that differ only in case, accents or blanks, with the one to keep. */
export type Spellings = { keep: string; others: string[] };

/** `preferred` are names that the hall has already; else the spelling that most seats have is kept. */
export function findSpellings(names: Iterable<string>, preferred: readonly string[] = []): Spellings[] {
  const groups = new Map<string, Map<string, number>>();
  for (const name of names) {
    if (name === "") continue;
    const key = plainText(name);
    const counts = groups.get(key) ?? new Map<string, number>();
    groups.set(key, counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  return [...groups].flatMap(([key, counts]) => {
    const known = preferred.find((name) => plainText(name) === key);
    const byCount = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
    const keep = known ?? byCount[0] ?? "";
    const others = byCount.filter((name) => name !== keep);
    return others.length > 0 ? [{ keep, others }] : [];
  });
}

/** What each other spelling becomes. */
export const mergeSpellings = (groups: readonly Spellings[]): Map<string, string> =>
  new Map(groups.flatMap(({ keep, others }) => others.map((other) => [other, keep] as const)));
