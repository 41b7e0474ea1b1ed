/** For so long a code has to be out of sight until it is read once more. */
const awaySeconds = 2.5;

/**
 * A camera sees the same codes in frame after frame: each counts once, until it was out of sight. While one is checked (`isBusy`) others are as if they
 * were not seen yet. Times are in seconds, of one clock.
 */
export function skipRepeats(): (text: string, at: number, isBusy: boolean) => boolean {
  const seenAt = new Map<string, number>();
  return (text, at, isBusy) => {
    for (const [other, seen] of seenAt) if (at - seen > awaySeconds) seenAt.delete(other);
    const isNew = !seenAt.has(text);
    if (isNew && isBusy) return false;
    seenAt.set(text, at);
    return isNew;
  };
}
