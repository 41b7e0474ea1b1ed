import * as z from "zod/mini";

const expected = "an instant such as 2027-01-14T19:30:00Z";
const normalized = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a time that was computed has a year of four digits, without which nothing that states it can be read again. */
export const isInstant = (text: string): boolean => normalized.test(text);

/**
 * ISO 8601 with `Z` or an offset such as `+01:00`. Whatever its form, it is UTC to the millisecond from then on, stored and
 * answered in the one form of `toInstant`: such instants sort as text.
 */
export const Instant = z.iso
  .datetime({ offset: true, abort: true, error: expected })
  .check(z.overwrite(normalize), z.refine(isInstant, expected));

/** Beyond the years 0 to 9999 there is no such form: that text stays as it is. */
function normalize(text: string): string {
  if (normalized.test(text)) return text;
  const utc = new Date(text).toISOString();
  return normalized.test(utc) ? utc : text;
}

/** Seconds since 1970, with decimals; never rounded, read anew for every decision. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now() / 1000;

// Apart, for pages that have no use of schemas.
export { toInstant, toSeconds } from "./seconds.ts";
