import type { PlaceHold } from "@evently/core/hold";
import { expect, it } from "vitest";
import { isFor, isRecent, type Unanswered } from "./unanswered";

const request = { event_id: "event-00001", seats: ["A-1", "A-2"] } as unknown as PlaceHold;
const unanswered: Unanswered = { request, key: "k", sentAt: 1_000 };

it("is for the seats that it asked for, in any order, and for no others", () => {
  expect(isFor(unanswered, ["A-2", "A-1"])).toBe(true);
  for (const seats of [["A-1"], ["A-1", "A-3"], ["A-1", "A-2", "A-3"], []])
    expect(isFor(unanswered, seats)).toBe(false);
});

it("is sent again by itself within a minute", () => {
  expect(isRecent(unanswered, 60_900)).toBe(true);
  expect(isRecent(unanswered, 61_000)).toBe(false);
});
