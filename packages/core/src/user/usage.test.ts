import { expect, it } from "vitest";
import type { EventId } from "../ids.ts";
import { mostUpcoming, usualQuotas } from "./quotas.ts";
import { toQuotas } from "./usage.table.ts";
import { findLatest } from "./usage.ts";

const idsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, i) => `event-${first + i}` as EventId);

it("of more events than fit into one item the latest are counted", () => {
  const ids = idsFrom(99_990, mostUpcoming + 10);
  expect(findLatest(ids.toSorted())).toEqual(ids.slice(10));
  expect(findLatest(ids.slice(0, 3))).toEqual(ids.slice(0, 3));
});

it("the ids of the most events that an account may have fit into one item", () => {
  const bytes = mostUpcoming * `event-${"9".repeat(15)}`.length;
  expect(bytes).toBeLessThan(300 * 1024);
});

it("a quota of the version before is no higher than what can be counted", () => {
  const quotas = { ...usualQuotas, events: 1_000_000 };
  expect(toQuotas({ quotas })).toEqual({ ...quotas, events: mostUpcoming });
});
