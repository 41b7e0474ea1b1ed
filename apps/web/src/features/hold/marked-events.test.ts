import type { HoldingView } from "@evently/core/hold";
import { expect, test } from "vitest";
import { changeMark, readMarks } from "./marked-events";

const hold = (hold_ttl: number, state: HoldingView["state"] = "active") => ({ hold_ttl, state }) as HoldingView;
const markOf = (event_id: string, ...holds: HoldingView[]) => changeMark(null, { event_id, holds, now: 0 });

test("an event is marked until its last hold ends", () => {
  const mark = markOf("event-00001", hold(100), hold(180, "paying"));
  expect(readMarks(mark, 179)).toEqual(["event-00001"]);
  expect(readMarks(mark, 180)).toEqual([]);
});

test("a hold that is released or paid for leaves no mark behind", () => {
  const over = [hold(180, "released"), hold(180, "confirmed"), hold(180, "expired")];
  expect(changeMark(markOf("event-00001", hold(180)), { event_id: "event-00001", holds: over, now: 0 })).toBeNull();
});

test("other events keep theirs, the five that end last, and ended ones go", () => {
  let mark: string | null = null;
  for (let n = 1; n <= 7; n++) mark = changeMark(mark, { event_id: `event-0000${n}`, holds: [hold(100 + n)], now: 0 });
  expect(readMarks(mark, 0).toSorted()).toEqual([3, 4, 5, 6, 7].map((n) => `event-0000${n}`));
  expect(changeMark(mark, { event_id: "event-00001", holds: [], now: 106 })).toBe('{"event-00007":107}');
});

test("anything else in its place marks nothing", () => {
  for (const text of [null, "", "null", "7", "[1]", '{"event-00001":"soon"}']) expect(readMarks(text, 2)).toEqual([]);
});
