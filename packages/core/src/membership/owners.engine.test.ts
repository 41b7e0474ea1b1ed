import { beforeEach, describe, expect, it } from "vitest";
import type { OrganizationId } from "../ids.ts";
import { resumeAccount, suspendAccount } from "../operator/suspend-account.ts";
import type { MemberRole } from "../organization/organization.ts";
import { joinOrganization } from "../testing/join-organization.ts";
import { newOrganizer } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { race } from "../testing/race.ts";
import { resolveActor } from "../user/session.ts";
import type { Actor } from "../user/user.ts";
import { changeMember, removeMember } from "./change-member.ts";
import { getOrganization } from "./get-organization.ts";
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

  it("who are suspended leave none behind them: the last other one stays", async () => {
    const { actor } = await join("owner");
    const leave = (who: Actor) => removeMember(other, who, { organization_id, user_id: who.user_id });
    await suspendAccount(core, owner);
    await expect(leave(actor)).rejects.toMatchObject({ code: "LAST_OWNER" });
    await expect(
      changeMember(other, actor, { organization_id, user_id: actor.user_id, role: "door" }),
    ).rejects.toMatchObject({ code: "LAST_OWNER" });
    await resumeAccount(core, owner);
    await leave(actor);
    expect(await rolesNow()).toEqual(["owner"]);
  });

  it("of whom one leaves while the other one is suspended never leave it selling", async () => {
    for (let round = 0; round < 3; round++) {
      const { actor } = await join("owner");
      const { broken, refused } = await race<unknown>([
        suspendAccount(core, owner),
        removeMember(other, actor, { organization_id, user_id: actor.user_id }),
      ]);
      expect(broken).toEqual([]);
      const isAlone = refused.LAST_OWNER === undefined;
      const { state } = await getOrganization(core, { ...owner, role: "admin" }, { organization_id });
      expect(state).toBe(isAlone ? "suspended" : "approved");
      await resumeAccount(core, owner);
      if (!isAlone) await removeMember(core, owner, { organization_id, user_id: actor.user_id });
    }
  });
});

it("who becomes a member has sessions of thirty days, as an organizer has", async () => {
  const { token, actor } = await join("door");
  core.clock.advance(30 * 86_400);
  expect(await resolveActor(other, token)).toMatchObject({ user_id: actor.user_id });
  core.clock.advance(1);
  expect(await resolveActor(other, token)).toBeNull();
});
