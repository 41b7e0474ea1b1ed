import { endTime } from "../event/event.rules.ts";
import { toSeconds } from "../time.ts";

/** After the event's end, in seconds: what a door's device knows of the buyers goes with its key. */
const longestAfter = 86_400;

/** When the last key of an event ends, also where it was made while the event was to end later. */
export const latestEnd = (event: Parameters<typeof endTime>[0]): number => toSeconds(endTime(event)) + longestAfter;
