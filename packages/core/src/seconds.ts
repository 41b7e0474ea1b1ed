/** ISO 8601 in UTC to the millisecond, of seconds since 1970: such instants sort as text. */
export function toInstant(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString();
}

export function toSeconds(instant: string): number {
  return Date.parse(instant) / 1000;
}
