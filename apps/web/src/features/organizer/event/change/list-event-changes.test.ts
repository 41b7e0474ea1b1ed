import type { EventPage } from "@evently/core/event";
import { expect, test } from "vitest";
import { areTexts, listEventChanges } from "./list-event-changes";

const typed = { name: "Recital" } as Parameters<typeof listEventChanges>[1];
const saved = (poster_seed: number | null) => ({ name: "Recital", poster_seed }) as EventPage;

test.each([
  [null, undefined, {}],
  [7, 7, {}],
  [null, 7, { poster_seed: 7 }],
  [7, undefined, { poster_seed: null }],
])("from poster %s to %s is the change that is sent, and a whole series may take it", (from, to, changes) => {
  const listed = listEventChanges(saved(from), { ...typed, ...(to === undefined ? {} : { poster_seed: to }) });
  expect(listed).toEqual(changes);
  expect(areTexts(listed)).toBe(Object.keys(changes).length > 0);
});
