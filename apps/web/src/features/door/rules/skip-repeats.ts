/** For so long a code has to be out of sight until it is read once more. */
const awaySeconds = 2.5;

/** A camera sees the same code in frame after frame: only the first counts. Times are in seconds, of one clock. */
export function skipRepeats(): (text: string, at: number) => boolean {
  let last: { text: string; seenAt: number } | null = null;
  return (text, at) => {
    const isNew = last === null || last.text !== text || at - last.seenAt > awaySeconds;
    last = { text, seenAt: at };
    return isNew;
  };
}
