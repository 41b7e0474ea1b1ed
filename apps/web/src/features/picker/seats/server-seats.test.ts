import { beforeEach, expect, it } from "vitest";
import { ServerSeats } from "./server-seats";

let seats: ServerSeats;

const map = (states: string, holds: Record<string, number> = {}) => ({ states, holds });

beforeEach(() => {
  seats = new ServerSeats(4);
});

it("takes seats to be taken until a map says otherwise", () => {
  expect([0, 1, 2, 3].map((seat) => seats.stateOf(seat))).toEqual(["taken", "taken", "taken", "taken"]);
  expect(seats.apply(map("ahb"))).toEqual([0, 1]);
  expect([0, 1, 2, 3].map((seat) => seats.stateOf(seat))).toEqual(["available", "held", "taken", "taken"]);
});

it("returns the seats that changed since the map before", () => {
  seats.apply(map("aaaa"));
  expect(seats.apply(map("ahab"))).toEqual([1, 3]);
  expect(seats.apply(map("ahab"))).toEqual([]);
});

it("knows until when a held seat is held, and of no other seat", () => {
  seats.apply(map("ahha", { 1: 1042 }));
  expect([0, 1, 2].map((seat) => seats.holdEndsAt(seat))).toEqual([null, 1042, null]);
  seats.apply(map("aaha", { 1: 1042 }));
  expect(seats.holdEndsAt(1)).toBeNull();
});

it("counts what is available by type", () => {
  seats.apply(map("aahb"));
  expect(seats.countByType(Uint8Array.from([0, 1, 1, 0]), 3)).toEqual([1, 1, 0]);
});

it("shows seats held before the next map does", () => {
  seats.apply(map("aaaa"));
  seats.markHeld([2]);
  expect([seats.stateOf(2), seats.isAvailable(2)]).toEqual(["held", false]);
});

it("corrects an older map that still shows the visitor's ended hold, and believes one of a later hold", () => {
  seats.apply(map("ahaa", { 1: 1180 }));
  seats.markEnded([1], 1180);
  expect(seats.apply(map("ahaa", { 1: 1180 }))).toEqual([]);
  expect(seats.isAvailable(1)).toBe(true);
  expect(seats.apply(map("ahaa", { 1: 1400 }))).toEqual([1]);
  expect(seats.stateOf(1)).toBe("held");
});

it("believes a map in which someone else's hold ends before the visitor's released one would have", () => {
  seats.apply(map("ahaa", { 1: 1300 }));
  seats.markEnded([1], 1300);
  expect(seats.apply(map("ahaa", { 1: 1190 }))).toEqual([1]);
  expect([seats.stateOf(1), seats.holdEndsAt(1)]).toEqual(["held", 1190]);
});

it("believes a map that shows a seat of an ended hold as booked, or as held without an end", () => {
  seats.apply(map("aaaa"));
  seats.markEnded([1, 2], 1180);
  seats.apply(map("abha"));
  expect([seats.stateOf(1), seats.stateOf(2)]).toEqual(["taken", "held"]);
});
