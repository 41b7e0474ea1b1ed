import type { ChangeEvent, CreateEvent, EventPage } from "@evently/core/event";

export type EventChanges = Omit<ChangeEvent, "event_id" | "revision" | "series" | "reason">;

const clearable = ["min_age", "address", "map_url", "doors_time", "sales_end", "poster_seed"] as const;

/** The fields of a filled form that differ from what is saved. To the minute: that is all that a form shows of a time. */
export function listEventChanges(event: EventPage, typed: Omit<CreateEvent, "status">): EventChanges {
  const wanted: Record<string, unknown> = { ...typed };
  for (const name of clearable) wanted[name] ??= null;
  const saved = event as Record<string, unknown>;
  const differing = Object.entries(wanted).filter(([name, value]) => !isSame(name, value, saved[name] ?? null));
  return Object.fromEntries(differing) as EventChanges;
}

const times = ["start_time", "doors_time", "sales_start", "sales_end"];

function isSame(name: string, a: unknown, b: unknown): boolean {
  if (times.includes(name) && typeof a === "string" && typeof b === "string") return a.slice(0, 16) === b.slice(0, 16);
  return JSON.stringify(sort(a)) === JSON.stringify(sort(b));
}

const sort = (value: unknown) =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? Object.entries(value).sort() : value;

const textNames = [
  "name",
  "description",
  "programme",
  "artists",
  "tags",
  "min_age",
  "address",
  "map_url",
  "poster_seed",
];

/** Whether a change may be made of a whole series. */
export const areTexts = (changes: EventChanges): boolean =>
  Object.keys(changes).length > 0 && Object.keys(changes).every((name) => textNames.includes(name));
