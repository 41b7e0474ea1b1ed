import { readFileSync } from "node:fs";
import * as z from "zod/mini";

const program = {
  artists: z.array(z.string()),
  tags: z.array(z.string()),
  description: z.string().check(z.maxLength(500)),
  programme: z.string(),
  /** Minutes. */
  duration: z.int().check(z.gte(1)),
};

/** What is played under one name in one hall. A run is its dates with the same works, artists and length. */
export const Production = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(160)),
  /** The hall's key. */
  venue: z.string(),
  runs: z.array(
    z.strictObject({
      ...program,
      /** Local date and time in the hall's own zone, such as 2024-09-12T19:30. */
      dates: z.array(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))).check(z.minLength(1)),
    }),
  ),
});
export type Production = z.infer<typeof Production>;

const Catalog = z.strictObject({ source: z.string(), license: z.string(), productions: z.array(Production) });
type Catalog = z.infer<typeof Catalog>;

/** One date of a production: its local date and time in the hall's own zone. */
export type DemoEvent = Pick<Production, "name" | "venue"> &
  Omit<Production["runs"][number], "dates"> & { date: string; time: string };

/** The derived file, checked. It is data, not built: the path is right from `src` and from `dist`. */
export function readCatalog(): Catalog {
  const file = new URL("../catalog.json", import.meta.url);
  return Catalog.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** Every date of the productions, the earliest first. */
export function listDates(productions: Production[]): DemoEvent[] {
  const events = productions.flatMap(({ runs, ...production }) =>
    runs.flatMap(({ dates, ...rest }) =>
      dates.map((moment) => ({ ...production, ...rest, date: moment.slice(0, 10), time: moment.slice(11) })),
    ),
  );
  return events.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ date, time, venue }: DemoEvent) => `${date}${time}${venue}`;
