import { id } from "@evently/core/testing/id";
import { expect, it } from "vitest";
import { describeGranted } from "./describe-granted.ts";

it("says what an account stays in its organizations, whatever role it is granted", () => {
  const memberships = {
    ["organization-00001" as never]: "owner",
    ["organization-00002" as never]: "box_office",
  } as const;
  expect(describeGranted(id.user(1), { before: "organizer", after: "attendee", memberships })).toBe(
    "user-00001 was organizer, and is attendee now. Every server follows within 2 seconds.\n" +
      "It stays owner of organization-00001, box_office of organization-00002: suspend stops what these sell.\n",
  );
  expect(describeGranted(id.user(1), { before: "admin", after: "admin", memberships: {} })).toBe(
    "user-00001 is admin already.\n",
  );
});
