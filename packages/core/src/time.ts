import * as z from "zod/mini";

/** ISO 8601 UTC with `Z`. */
export const Instant = z.iso.datetime("an instant such as 2027-01-14T19:30:00Z");

/** Seconds since 1970, with decimals; never rounded, read anew for every decision. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now() / 1000;

export function toInstant(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString();
}

export function toSeconds(instant: string): number {
  return Date.parse(instant) / 1000;
}
