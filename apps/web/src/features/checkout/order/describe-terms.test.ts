import { defaultDateStyle } from "@evently/core/format/date-style";
import { expect, test } from "vitest";
import { describeMove, describeTerms } from "./describe-terms";

const hour = 3600;
const start = Date.parse("2027-01-15T18:30:00Z") / 1000;
const event = {
  ...{ start_time: "2027-01-15T18:30:00Z", timezone: "Europe/Berlin" },
  ...{ moved_from: null, free_cancellation_until: null },
};
const notice = (hours_before: number) => ({ hours_before, percent: 100 });
const held = { start_time: event.start_time, cancellation_policy: notice(0), total: 8_500, currency: "EUR" };
const moved = {
  ...{ ...event, start_time: "2027-01-16T18:30:00Z", moved_from: held.start_time },
  free_cancellation_until: "2027-01-16T12:00:00Z",
};

test.each([
  ["the usual terms", held, 1, "You can cancel for a full refund until the event begins."],
  ["free seats", { ...held, total: 0 }, 1, "You can cancel until the event begins."],
  ["an event that has begun", held, 0, "The event has begun, so you can’t cancel afterwards."],
  [
    "no cancellation",
    { ...held, cancellation_policy: null },
    1,
    "You can’t cancel afterwards, unless the event is moved or cancelled.",
  ],
  [
    "two days’ notice",
    { ...held, cancellation_policy: notice(48) },
    72,
    "You can cancel for a full refund until Wed 13 Jan 2027, 19:30 Berlin time.",
  ],
  [
    "half the price",
    { ...held, cancellation_policy: { hours_before: 0, percent: 50 } },
    72,
    "You can cancel until the event begins, with 50% of the price back: €42.50.",
  ],
  [
    "two days’ notice when one is left",
    { ...held, cancellation_policy: notice(48) },
    24,
    "It is too late to cancel afterwards, unless the event is moved or cancelled.",
  ],
] as const)("of %s the checkout says until when a buyer can cancel", (_, hold, hoursBefore, words) => {
  expect(describeTerms(hold, event, start - hoursBefore * hour, defaultDateStyle)).toBe(words);
});

test("whoever held seats for another date can cancel for a while, whatever the organizer asked for", () => {
  const strict = { ...held, cancellation_policy: null };
  expect(describeTerms(strict, moved, start - hour, defaultDateStyle)).toBe(
    "You can cancel for a full refund until Sat 16 Jan 2027, 13:00 Berlin time.",
  );
});

test("whoever held seats for another date reads when less comes back", () => {
  const half = { ...held, cancellation_policy: { hours_before: 0, percent: 50 } };
  expect(describeTerms(half, moved, start - hour, defaultDateStyle)).toBe(
    "You can cancel for a full refund until Sat 16 Jan 2027, 13:00 Berlin time, and until the event begins, with 50% of the price back: €42.50.",
  );
});

test("a move is told to whoever held seats for another date, and to nobody else", () => {
  expect(describeMove(held, moved, defaultDateStyle)).toBe(
    "This event has moved: it now begins on Sat 16 Jan 2027, 19:30 Berlin time. You held your seats for Fri 15 Jan 2027, 19:30 Berlin time.",
  );
  expect(describeMove({ ...held, start_time: moved.start_time }, moved, defaultDateStyle)).toBeNull();
  expect(describeMove(held, event, defaultDateStyle)).toBeNull();
});
