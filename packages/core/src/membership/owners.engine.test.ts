import { beforeEach, describe, expect, it } from "vitest";
import type { OrganizationId } from "../ids.ts";
import type { MemberRole } from "../organization/organization.ts";
import { joinOrganization } from "../testing/join-organization.ts";
import { newOrganizer } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import type { Actor } from "../user/user.ts";
import { changeMember } from "./change-member.ts";
import { listMembers } from "./list-members.ts";

const [core, other] = await openTwoCores();

let owner: Actor;
let organization_id: OrganizationId;

beforeEach(async () => {
  owner = await newOrganizer(core);
  organization_id = ownOrganization(owner);
});

const join = (role: MemberRole) => joinOrganization(core, owner, organization_id, role);
const rolesNow = async () => (await listMembers(core, owner, { organization_id })).map(({ role }) => role);

describe("the owners of an organization", () => {
  it("who were demoted can't promote themselves again, whatever their session says", async () => {
    const { actor } = await join("owner");
    const { user_id } = actor;
    const change = (by: Actor, role: MemberRole) => changeMember(other, by, { organization_id, user_id, role });
    await change(owner, "viewer");
    await expect(change(actor, "owner")).rejects.toMatchObject({ code: "FORBIDDEN", details: { role: "viewer" } });
    expect(await change(actor, "viewer")).toMatchObject({ role: "viewer" });
    await changeMember(core, { ...actor, role: "admin" }, { organization_id, user_id, role: "owner" });
    expect(await rolesNow()).toEqual(["owner", "owner"]);
  });
});
