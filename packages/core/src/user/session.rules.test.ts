import { describe, expect, it } from "vitest";
import { sessionSeconds, useSession } from "./session.rules.ts";

const day = 86_400;

it.each([
  ["guest", 400],
  ["attendee", 400],
  ["organizer", 30],
  ["admin", 30],
] as const)("a session of a role %s lasts %i days", (role, days) => {
  expect(sessionSeconds(role)).toBe(days * day);
});

describe("using a session", () => {
  it.each([
    ["within its first day changes nothing", "attendee", day - 1, null],
    ["on the next day notes only that", "attendee", day, { renewed_at: 0, last_used_at: day }],
    [
      "just before a tenth of it has passed notes only that",
      "attendee",
      40 * day - 1,
      { renewed_at: 0, last_used_at: 40 * day - 1 },
    ],
    ["after a tenth of it renews it", "attendee", 40 * day, { renewed_at: 40 * day, last_used_at: 40 * day }],
    ["after three days renews an organizer's", "organizer", 3 * day, { renewed_at: 3 * day, last_used_at: 3 * day }],
  ] as const)("%s", (_, role, now, after) => {
    expect(useSession({ renewed_at: 0, last_used_at: 0 }, role, now)).toEqual(after);
  });
});
