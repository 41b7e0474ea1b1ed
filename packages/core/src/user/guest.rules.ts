import type { Rules } from "../config.ts";

/** How long a hold may last at most since it was placed, in seconds: so long a guest's token may still be needed for it. */
export const longestHold = ({ SEAT_HOLD_MAX, CHALLENGE_WINDOW }: Rules): number => SEAT_HOLD_MAX + CHALLENGE_WINDOW;
