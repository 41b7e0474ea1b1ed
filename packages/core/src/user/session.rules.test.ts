import { describe, expect, it } from "vitest";
import type { Memberships } from "../organization/organization.ts";
import { sessionSeconds, useSession } from "./session.rules.ts";

const day = 86_400;

it.each([
  ["guest", undefined, 400],
  ["attendee", undefined, 400],
  ["attendee", {}, 400],
  ["attendee", { "organization-00001": "viewer" }, 30],
  ["organizer", undefined, 30],
  ["admin", {}, 30],
] as const)("a session of a role %s, a member of %j, lasts %i days", (role, memberships, days) => {
  expect(sessionSeconds({ role, memberships: memberships as Memberships | undefined })).toBe(days * day);
});

describe("using a session", () => {
  it.each([
    ["within its first day changes nothing", day - 1, null],
    ["on the next day notes only that", day, { renewed_at: 0, last_used_at: day }],
    ["just before three days notes only that", 3 * day - 1, { renewed_at: 0, last_used_at: 3 * day - 1 }],
    ["after three days renews it", 3 * day, { renewed_at: 3 * day, last_used_at: 3 * day }],
  ] as const)("%s", (_, now, after) => {
    expect(useSession({ renewed_at: 0, last_used_at: 0 }, now)).toEqual(after);
  });
});
