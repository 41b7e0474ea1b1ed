import { readFileSync } from "node:fs";
import * as z from "zod/mini";

/** A concert as derived: its local date and time in the hall's own zone, `duration` in minutes. */
export const DemoEvent = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(160)),
  date: z.iso.date(),
  time: z.string().check(z.regex(/^\d\d:\d\d$/)),
  venue: z.string(),
  artists: z.array(z.string()),
  tags: z.array(z.string()),
  description: z.string().check(z.maxLength(500)),
  programme: z.string(),
  duration: z.int().check(z.gte(1)),
});
export type DemoEvent = z.infer<typeof DemoEvent>;

export const Catalog = z.strictObject({ source: z.string(), license: z.string(), events: z.array(DemoEvent) });
export type Catalog = z.infer<typeof Catalog>;

/** The derived file, checked. It is data, not built: the path is right from `src` and from `dist`. */
export function readCatalog(): Catalog {
  const file = new URL("../catalog.json", import.meta.url);
  return Catalog.parse(JSON.parse(readFileSync(file, "utf8")));
}
