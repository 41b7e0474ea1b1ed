import { describe, expect, it } from "vitest";
import { id } from "../testing/id.ts";
import { may, organizationsOf } from "./may.ts";
import { MemberRole } from "./organization.ts";

const house = "organization-00001" as never;
const other = "organization-00002" as never;
const as = (role: MemberRole, organization_id = house) => ({
  ...{ user_id: id.user(1), role: "attendee" },
  memberships: { [organization_id]: role },
});

describe("may", () => {
  it.each([
    ["owner", ["owner", "manager", "box_office", "door", "viewer"]],
    ["manager", ["manager", "box_office", "door", "viewer"]],
    ["box_office", ["box_office", "door"]],
    ["door", ["door"]],
    ["viewer", ["viewer"]],
  ] as const)("lets a member who is %s do the tasks of %j", (role, tasks) => {
    const done = MemberRole.options.filter((task) => may(as(role), { organization_id: house }, task));
    expect(done).toEqual(tasks);
  });

  it("lets nobody do anything for an organization that they are no member of, also not what they made there", () => {
    const owned = { organization_id: house, owner_id: id.user(1) };
    for (const task of MemberRole.options) expect(may(as("owner", other), owned, task)).toBe(false);
    expect(may({ user_id: id.user(1), role: "organizer", memberships: {} }, owned, "viewer")).toBe(false);
    expect(may(null, owned, "viewer")).toBe(false);
  });

  it("lets an admin do everything", () => {
    for (const task of MemberRole.options)
      expect(may({ user_id: id.user(9), role: "admin" }, { organization_id: house }, task)).toBe(true);
  });

  it("lets whoever made a thing of the version before do everything with it until it has an organization", () => {
    const before = { organization_id: null, owner_id: id.user(1) };
    expect(may({ user_id: id.user(1), role: "organizer" }, before, "manager")).toBe(true);
    expect(may(as("owner"), { ...before, owner_id: id.user(2) }, "viewer")).toBe(false);
    expect(may({ user_id: id.user(1), role: "organizer" }, { organization_id: null }, "viewer")).toBe(false);
  });

  it("lets nobody who was an admin do anything for an organization by what they made there", () => {
    const made = { organization_id: house, owner_id: id.user(1) };
    for (const role of ["attendee", "guest"])
      for (const task of MemberRole.options) expect(may({ user_id: id.user(1), role }, made, task)).toBe(false);
    expect(may({ user_id: id.user(1), role: "organizer", memberships: {} }, made, "viewer")).toBe(false);
  });

  it("lets an organizer who is not known to have been a member do what is their own alone while it gets its organization", () => {
    const migrated = { organization_id: house, owner_id: id.user(1) };
    expect(may({ user_id: id.user(1), role: "organizer" }, migrated, "manager")).toBe(true);
    expect(may({ user_id: id.user(2), role: "organizer" }, migrated, "viewer")).toBe(false);
    expect(may({ user_id: id.user(2), role: "organizer" }, { organization_id: house }, "viewer")).toBe(false);
  });
});

it("names the organizations for which somebody may do a task", () => {
  const actor = { ...as("manager"), memberships: { [house]: "manager", [other]: "viewer" } as const };
  expect(organizationsOf(actor, "box_office")).toEqual([house]);
  expect(organizationsOf(actor, "viewer")).toEqual([house, other]);
  expect(organizationsOf({ ...actor, memberships: undefined }, "viewer")).toEqual([]);
});
