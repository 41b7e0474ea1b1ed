import type { Fault } from "../errors.ts";
import { isInstant, toInstant, toSeconds } from "../time.ts";
import { spellType } from "../venue/spell-type.ts";
import { endTime } from "./event.rules.ts";
import { catalogOrder, type EventChange, type StoredEvent } from "./event.table.ts";
import type { ChangeEvent, EventText } from "./event.ts";
import { freeCancellation, mostListedArtists } from "./limits.rules.ts";

/** What a change makes of an event: of EVENT what differs, its text, and the fields as they are named to callers. */
export type PlannedChange = { event: EventChange; text: EventText; before: Fields; after: Fields };
type Fields = Record<string, unknown>;

const texts = ["name", "description", "programme", "artists", "tags", "min_age", "address", "map_url", "poster_seed"];
const times = ["start_time", "duration", "doors_time", "sales_start", "sales_end"];
const inText = ["programme", "artists", "doors_time", "min_age", "address", "map_url"];
const notFields = ["event_id", "revision", "series", "reason"];

/** The event and its text as one record, named as in a change. */
export function listFields(event: StoredEvent, text: EventText): Fields {
  const { name, description, tags, start_time, duration, sales_start, sales_end } = event;
  const { seat_type_prices, cancellation_policy, currency, poster_seed } = event;
  const { venue_id, venue_name, city, timezone, seats_per_connection } = event;
  return {
    ...{ name, description, tags, start_time, duration, sales_start, sales_end },
    ...{ seat_type_prices, cancellation_policy, currency, poster_seed, venue_id, venue_name, city, timezone },
    seats_per_connection,
    ...text,
    artists: text.artists ?? event.artists,
  };
}

/** The change as asked, in full: all prices, and the doors as far before the start as they were. */
export function completeChange(event: StoredEvent, text: EventText, input: ChangeEvent): Fields {
  const asked = Object.entries(input).filter(([name, value]) => value !== undefined && !notFields.includes(name));
  const fields: Fields = Object.fromEntries(asked);
  if (input.seat_type_prices) fields.seat_type_prices = { ...event.seat_type_prices, ...spellPrices(event, input) };
  if (input.start_time && input.doors_time === undefined && text.doors_time)
    fields.doors_time = toInstant(
      toSeconds(input.start_time) - toSeconds(event.start_time) + toSeconds(text.doors_time),
    );
  return fields;
}

function spellPrices({ seat_type_prices }: StoredEvent, { seat_type_prices: asked = {} }: ChangeEvent) {
  const spell = spellType(Object.keys(seat_type_prices));
  return Object.fromEntries(Object.entries(asked).map(([type, price]) => [spell(type), price]));
}

/** What stands in the way of the change, by field. `now` in epoch seconds. */
export function findChangeFaults(
  event: StoredEvent,
  before: Fields,
  asked: Fields,
  isSeries: boolean,
  now: number,
): Fault[] {
  const changed = Object.keys(asked).filter(
    (name) => JSON.stringify(asked[name]) !== JSON.stringify(before[name] ?? null),
  );
  const faults: Fault[] = [];
  if (isSeries)
    for (const path of Object.keys(asked).filter((name) => !texts.includes(name)))
      faults.push({ path, message: "of one date at a time: a whole series changes its texts and facts" });
  if (changed.includes("currency") && event.status !== "draft")
    faults.push({ path: "currency", message: "only while the event is a draft" });
  // Of another venue the types are other ones, which were looked at when it was read.
  for (const type of changed.includes("venue_id") ? [] : Object.keys(asked.seat_type_prices ?? {}))
    if (!Object.hasOwn(event.seat_type_prices, type))
      faults.push({ path: `seat_type_prices.${type}`, message: "the event has no such seat type" });
  if (changed.some((name) => times.includes(name))) faults.push(...findMoveFaults(event, before, asked, now));
  return faults;
}

type Times = {
  start_time: string;
  duration: number;
  sales_start: string;
  sales_end: string | null;
  doors_time?: string;
};

function findMoveFaults(event: StoredEvent, before: Fields, asked: Fields, now: number): Fault[] {
  const after = { ...before, ...asked } as Times;
  const { start_time, sales_start, sales_end, doors_time } = after;
  const faults: Fault[] = [];
  const isMoved = start_time !== event.start_time;
  if (isMoved && toSeconds(event.start_time) <= now)
    faults.push({ path: "start_time", message: "not any more: the event has begun" });
  else if (isMoved && toSeconds(start_time) <= now) faults.push({ path: "start_time", message: "not in the past" });
  // It may have given up its place in its account's quota.
  if (toSeconds(endTime(event)) <= now) faults.push({ path: "duration", message: "not any more: the event is over" });
  else if (toSeconds(endTime(after)) <= now)
    faults.push({ path: "duration", message: "not in the past: it would be over" });
  if (sales_end && toSeconds(sales_end) > toSeconds(endTime(after)))
    faults.push({ path: "sales_end", message: "not after the end of the event" });
  if (toSeconds(sales_start) >= toSeconds(sales_end ?? start_time))
    faults.push({
      path: "sales_start" in asked ? "sales_start" : "sales_end" in asked ? "sales_end" : "start_time",
      message: "the sale has to open before it ends, by default when the event begins",
    });
  if (doors_time && !isInstant(doors_time))
    faults.push({ path: "doors_time", message: "as far before the start as they were is in no year of four digits" });
  if (doors_time && toSeconds(doors_time) > toSeconds(start_time))
    faults.push({ path: "doors_time", message: "not after the start of the event" });
  return faults;
}

/** The writes of a change that has no faults. `now` in epoch seconds. */
export function planChange(event: StoredEvent, text: EventText, asked: Fields, now: number): PlannedChange {
  const before = listFields(event, text);
  const after: Fields = Object.fromEntries(
    Object.entries(asked).filter(([name, value]) => !isSame(value, before[name] ?? null)),
  );
  // A map belongs to its address.
  if ("address" in after && asked.map_url === undefined && text.map_url) after.map_url = null;
  const own = Object.entries(after).filter(([name]) => !inText.includes(name));
  const changed: EventChange = {
    ...Object.fromEntries(own.map(([name, value]) => [name, isKeptAsNull(name) ? value : (value ?? undefined)])),
    ...(after.artists ? { artists: (after.artists as string[]).slice(0, mostListedArtists) } : {}),
    ...(after.seat_type_prices ? { price_revision: event.price_revision + 1 } : {}),
    ...(after.start_time ? move(event, String(after.start_time), now) : {}),
  };
  const isListed = event.status === "published" && ("start_time" in after || "poster_seed" in after);
  return {
    event: isListed ? { ...changed, catalog_order: catalogOrder({ ...event, ...(changed as StoredEvent) }) } : changed,
    text: changeText(text, after),
    before,
    after,
  };
}

const isKeptAsNull = (name: string): boolean => name === "sales_end" || name === "cancellation_policy";

/** The table returns the entries of a map in any order. */
function isSame(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))
      : value;
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function changeText(text: EventText, after: Fields): EventText {
  const changed = Object.entries({ ...text, ...after }).filter(([name]) => inText.includes(name));
  return Object.fromEntries(changed.filter(([, value]) => value !== null && value !== undefined)) as EventText;
}

/** A draft may move unseen; those who booked another date of a public event may cancel for a time. */
function move({ status, moved_from, start_time: from }: StoredEvent, start_time: string, now: number): EventChange {
  if (status === "draft") return {};
  const until = Math.min(toSeconds(start_time), now + freeCancellation);
  return { moved_from: moved_from ?? from, free_cancellation_until: toInstant(until) };
}
