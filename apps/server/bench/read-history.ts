import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deriveCatalog, type RawProgram } from "@evently/demo/derive-catalog";
import { Temporal } from "temporal-polyfill";

/** The orchestra's performance history is next to the checkout or missing: it is measurement data and not shipped. */
export const historyFolder = fileURLToPath(new URL("../../../../shared/data/nyphil/", import.meta.url));
const files = ["1995-96_TO_2003-04.json", "2004-05_TO_2010-11.json"];
const zone = "America/New_York";
const firstAfterDays = 3;

/** A concert with its local time in New York and the hall named by the source. */
export type Concert = {
  hall: { name: string; city: string };
  event: {
    name: string;
    start_time: string;
    duration: number;
    artists: string[];
    tags: string[];
    description: string;
    programme: string;
  };
};

/**
 * Every concert of both large files, including those nobody could buy a ticket for, moved by whole weeks so that the
 * first is 3 to 9 days after `now` (epoch seconds); null if the files are missing.
 */
export function readHistory(now: number): Concert[] | null {
  if (!files.every((file) => existsSync(historyFolder + file))) return null;
  const programs = files.flatMap(
    (file) => (JSON.parse(readFileSync(historyFolder + file, "utf8")) as { programs: RawProgram[] }).programs,
  );
  const concerts = programs.flatMap((program) =>
    program.concerts.map((concert) => {
      const [event] = deriveCatalog({ programs: [{ ...program, concerts: [concert] }] }, () => true).events;
      if (!event) throw new Error("a concert was left out");
      return { event, hall: { name: concert.Venue.slice(0, 120), city: concert.Location.split(",")[0] ?? "" } };
    }),
  );
  const weeks = weeksToMove(concerts.map(({ event }) => event.date).sort()[0] ?? "", now);
  return concerts.map(({ event: { date, time, venue: _, ...event }, hall }) => {
    const start = Temporal.PlainDate.from(date).add({ weeks }).toZonedDateTime({ timeZone: zone, plainTime: time });
    return { hall, event: { ...event, start_time: start.toInstant().toString() } };
  });
}

function weeksToMove(first: string, now: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(now * 1000))
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const earliest = today.add({ days: firstAfterDays });
  return Math.ceil(Temporal.PlainDate.from(first).until(earliest, { largestUnit: "days" }).days / 7);
}
