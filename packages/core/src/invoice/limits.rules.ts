import type { MostAwaiting } from "../booking/invoice.rules.ts";

/** Seats of an event that one person may have reserved on invoice at a time, and the percentage of its hall that all may have. */
const mostSeatsOfPerson = 10;
const mostPercentOfHall = 20;

/** Nothing is reserved on invoice later than this before the start, and nothing awaits payment later than that, in seconds. */
export const closedBefore = 14 * 86_400;
const paidBefore = 86_400;

export const mostAwaiting = ({ seat_count }: { seat_count: number }): MostAwaiting => ({
  ofEvent: Math.floor((seat_count * mostPercentOfHall) / 100),
  ofPerson: mostSeatsOfPerson,
});

/** Of the reason that is noted with a payment, in characters. */
export const longestReason = 200;

/** When what is reserved for an event that was moved earlier has to be paid at the latest: a day before the start, or until it if that has passed. */
export const dueBefore = (now: number, start: number): number =>
  start - paidBefore > now ? start - paidBefore : start;

/** When seats reserved now have to be paid for; all in epoch seconds, `window` in seconds. Whoever may reserve has at least as long as that leaves. */
export const dueBy = (now: number, { start, window }: { start: number; window: number }): number =>
  Math.min(now + window, start - paidBefore);
