/** What was fetched for a door is kept so long after its event. */
const keptSeconds = 86_400;

/** A key whose list never came is kept so long after it was used last. */
const unusedSeconds = 7 * 86_400;

/** `end_time` of its event, null before its list was fetched; `opened_at` in epoch seconds. */
type Kept = { end_time: string | null; opened_at: number };

/** Whether what is kept for a door is past keeping at `now`, in epoch seconds. */
export const mustForget = ({ end_time, opened_at }: Kept, now: number): boolean =>
  end_time === null ? now > opened_at + unusedSeconds : now > Date.parse(end_time) / 1000 + keptSeconds;
