import { offsetAt } from "@evently/core/format/format-time";

/** An instant as the clocks of `zone` show it, with how far they are ahead of UTC: "2027-01-14T19:30:00-05:00". */
export function toZonedInstant(instant: string, zone: string): string {
  const at = Math.floor(Date.parse(instant) / 1000) * 1000;
  const offset = offsetAt(at, zone);
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const [ahead, past] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${new Date(at + offset).toISOString().slice(0, 19)}${offset < 0 ? "-" : "+"}${ahead}:${past}`;
}
