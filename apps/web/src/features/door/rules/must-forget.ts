/** What was fetched for a door is kept so long after its event. */
const keptSeconds = 86_400;

/** Whether names and tickets of an event that ended are past keeping at `now`, in epoch seconds. */
export const mustForget = (end_time: string, now: number): boolean => now > Date.parse(end_time) / 1000 + keptSeconds;
