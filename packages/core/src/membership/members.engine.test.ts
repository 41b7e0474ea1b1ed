import { beforeEach, describe, expect, it } from "vitest";
import { deliverMail } from "../delivery/deliver-mail.ts";
import { getOwnEvent } from "../event/get-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import type { OrganizationId } from "../ids.ts";
import { suspendAccount } from "../operator/suspend-account.ts";
import type { MemberRole } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { joinOrganization, readActor, sendInvitation } from "../testing/join-organization.ts";
import { newGuest, newOrganizer, openEvent } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { race, times } from "../testing/race.ts";
import { signIn } from "../testing/sign-in.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { createUser } from "../user/create-user.ts";
import { resolveActor } from "../user/session.ts";
import type { Actor } from "../user/user.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changeMember, removeMember } from "./change-member.ts";
import { getOrganization } from "./get-organization.ts";
import { listInvitations, revokeInvitation } from "./invite.ts";
import { invitationSeconds } from "./limits.rules.ts";
import { listMembers } from "./list-members.ts";
import { listOrganizationJournal } from "./list-organization-journal.ts";

const mailer = createTestMailer();
const [core, other] = await openTwoCores({ mailer }, { mailer });
const either = (i: number) => (i % 2 === 0 ? core : other);

let owner: Actor;
let organization_id: OrganizationId;

beforeEach(async () => {
  owner = await newOrganizer(core);
  organization_id = ownOrganization(owner);
  // Mails are limited by their senders' network and address.
  core.clock.advance(3_600);
});

const join = (role: MemberRole) => joinOrganization(core, owner, organization_id, role);
const rolesNow = async () => (await listMembers(core, owner, { organization_id })).map(({ role }) => role);
const ownersNow = async () => Number((await readItem(core.table, keys.organization(organization_id)))?.owners);

describe("an invitation", () => {
  it("comes by a mail, and makes whoever has the address a member", async () => {
    const { user } = await signIn(core, "ben@example.org");
    const { token, invitation_id } = await sendInvitation(core, owner, {
      organization_id,
      email: "Ben@example.org",
      role: "manager",
    });
    expect(await listInvitations(other, owner, { organization_id })).toMatchObject([
      { invitation_id, role: "manager" },
    ]);
    await deliverMail(core, keys.invitationMail(organization_id, invitation_id));
    expect(mailer.accepted.at(-1)).toMatchObject({
      ...{ to: "Ben@example.org", toAdmin: false },
      letter: { kind: "invitation", role: "manager", path: `/invitations#token=${token}` },
    });
    core.clock.advance(1);
    expect(await acceptInvitation(other, user, { token })).toEqual({ organization_id, role: "manager" });
    const ben = await readActor(core, user);
    expect(await getOrganization(core, ben, { organization_id })).toMatchObject({ role: "manager" });
    expect(await listMembers(core, owner, { organization_id })).toMatchObject([
      { user_id: owner.user_id, role: "owner" },
      { user_id: ben.user_id, role: "manager", email: "ben@example.org" },
    ]);
    expect(await listInvitations(core, owner, { organization_id })).toEqual([]);
    const { items } = await listOrganizationJournal(core, owner, { organization_id, limit: 10 });
    expect(items.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ["member.joined", ben.user_id],
      ["member.invited", owner.user_id],
    ]);
    expect(JSON.stringify(items)).not.toContain("example.org");
  });

  it("is worth nothing to another address, to one that nobody has verified, and to a guest", async () => {
    const { token } = await sendInvitation(core, owner, { organization_id, email: "cleo@example.org", role: "door" });
    const { user: unverified } = await createUser(core, { email: "cleo@example.org", role: "attendee" });
    const { user: stranger } = await signIn(core, "dora@example.org");
    for (const actor of [unverified, stranger, await newGuest(core)])
      await expect(acceptInvitation(core, actor, { token })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await rolesNow()).toEqual(["owner"]);
  });

  it("is none where its token was not made here, is another's, or names nothing", async () => {
    const { user } = await signIn(core, "emil@example.org");
    const { token } = await sendInvitation(core, owner, { organization_id, email: "emil@example.org", role: "door" });
    const [, invitation, mac] = token.split(".");
    const forged = [
      "",
      "x",
      token.slice(0, -1),
      `organization-99999.${invitation}.${mac}`,
      `${organization_id}.${"x".repeat(22)}.${mac}`,
    ];
    for (const wrong of forged)
      await expect(acceptInvitation(core, user, { token: wrong })).rejects.toMatchObject({
        code: "INVITATION_NOT_FOUND",
      });
  });

  it("is dead once it was used, revoked, or a week old", async () => {
    const { user } = await signIn(core, "fay@example.org");
    const asked = { organization_id, email: "fay@example.org", role: "viewer" } as const;
    const [revoked, old] = [await sendInvitation(core, owner, asked), await sendInvitation(core, owner, asked)];
    const named = { organization_id, invitation_id: revoked.invitation_id as never };
    await revokeInvitation(core, owner, named);
    await expect(revokeInvitation(core, owner, named)).rejects.toMatchObject({ code: "INVITATION_CLOSED" });
    core.clock.advance(invitationSeconds + 1);
    const used = await sendInvitation(core, owner, asked);
    await acceptInvitation(core, user, used);
    for (const { token } of [revoked, old, used])
      await expect(acceptInvitation(core, user, { token })).rejects.toMatchObject({ code: "INVITATION_CLOSED" });
    await deliverMail(core, keys.invitationMail(organization_id, revoked.invitation_id));
    expect(await readItem(core.table, keys.invitationMail(organization_id, revoked.invitation_id))).toBeNull();
  });

  it("that is accepted twenty times at once, in two processes, makes one member", async () => {
    const { user } = await signIn(core, "gus@example.org");
    const { token } = await sendInvitation(core, owner, { organization_id, email: "gus@example.org", role: "owner" });
    const { won, refused, broken } = await race(times(20, (i) => acceptInvitation(either(i), user, { token })));
    expect(broken).toEqual([]);
    expect(won).toHaveLength(1);
    // Who reads late sees the membership first.
    const { INVITATION_CLOSED: closed = 0, ALREADY_MEMBER: member = 0, ...others } = refused;
    expect([closed + member, others]).toEqual([19, {}]);
    expect(await rolesNow()).toEqual(["owner", "owner"]);
    expect(await ownersNow()).toBe(2);
  });
});

describe("a member", () => {
  it("who is removed, promoted or suspended is so in another process within two seconds", async () => {
    const { event_id } = await openEvent(core, { organizer: owner });
    const { actor, token } = await join("viewer");
    const seen = () => resolveActor(other, token);
    const open = async (role: MemberRole) => getOwnEvent(other, (await seen()) as Actor, event_id, role);
    await open("viewer");
    await expect(open("manager")).rejects.toMatchObject({ code: "FORBIDDEN", details: { role: "viewer" } });
    await changeMember(core, owner, { organization_id, user_id: actor.user_id, role: "manager" });
    core.clock.advance(2);
    await open("manager");
    await removeMember(core, owner, { organization_id, user_id: actor.user_id });
    core.clock.advance(2);
    await expect(open("viewer")).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await seen())?.memberships).toEqual({});
    await suspendAccount(core, owner);
    await expect(setEventStatus(other, owner, { event_id, status: "published" })).resolves.toBeDefined();
    const stale: Actor = { ...actor, memberships: { [organization_id]: "manager" } };
    await expect(setEventStatus(other, stale, { event_id, status: "paused" })).rejects.toMatchObject({
      code: "SUSPENDED",
    });
  });

  it("is changed by owners alone, and leaves by themselves", async () => {
    const { actor: manager } = await join("manager");
    const { actor: door } = await join("door");
    const { user_id } = door;
    const stranger = await newOrganizer(core);
    const change = (actor: Actor) => changeMember(core, actor, { organization_id, user_id, role: "viewer" });
    await expect(change(manager)).rejects.toMatchObject({ code: "FORBIDDEN", details: { role: "manager" } });
    await expect(change(stranger)).rejects.toMatchObject({ code: "ORGANIZATION_NOT_FOUND" });
    await expect(removeMember(core, manager, { organization_id, user_id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      changeMember(core, owner, { organization_id, user_id: stranger.user_id, role: "door" }),
    ).rejects.toMatchObject({
      code: "USER_NOT_FOUND",
    });
    await removeMember(core, door, { organization_id, user_id });
    expect(await rolesNow()).toEqual(["owner", "manager"]);
  });
});

describe("the owners of an organization", () => {
  it("are never none: the last one stays", async () => {
    const { user_id } = owner;
    await expect(removeMember(core, owner, { organization_id, user_id })).rejects.toMatchObject({ code: "LAST_OWNER" });
    await expect(changeMember(core, owner, { organization_id, user_id, role: "manager" })).rejects.toMatchObject({
      code: "LAST_OWNER",
    });
    expect(await rolesNow()).toEqual(["owner"]);
  });

  it("hand it on: another one is made, and the first one goes", async () => {
    const { actor } = await join("manager");
    await changeMember(core, owner, { organization_id, user_id: actor.user_id, role: "owner" });
    await removeMember(core, owner, { organization_id, user_id: owner.user_id });
    owner = await readActor(core, actor);
    expect(await rolesNow()).toEqual(["owner"]);
    expect(await ownersNow()).toBe(1);
  });

  it("of five who leave at once, in two processes, one stays", async () => {
    const others: Actor[] = [];
    for (let i = 0; i < 4; i++) others.push((await join("owner")).actor);
    const everyone = [owner, ...others];
    const { won, refused, broken } = await race(
      everyone.map((actor, i) => removeMember(either(i), actor, { organization_id, user_id: actor.user_id })),
    );
    expect(broken).toEqual([]);
    expect(won).toHaveLength(4);
    expect(refused).toEqual({ LAST_OWNER: 1 });
    expect(await ownersNow()).toBe(1);
  });

  it("of two who remove each other at once, in two processes, one stays", async () => {
    for (let round = 0; round < 5; round++) {
      const { actor } = await join("owner");
      const { won, refused, broken } = await race([
        removeMember(core, owner, { organization_id, user_id: actor.user_id }),
        removeMember(other, actor, { organization_id, user_id: owner.user_id }),
      ]);
      expect(broken).toEqual([]);
      expect(won).toHaveLength(1);
      expect(Object.values(refused)).toEqual([1]);
      expect(await ownersNow()).toBe(1);
      const left = await readActor(core, actor);
      if (left.memberships?.[organization_id]) owner = left;
    }
  });
});

it("a member who is removed while their role is changed, many times at once, is gone or has one role, in both records", async () => {
  const { actor } = await join("viewer");
  const { user_id } = actor;
  const roles = ["manager", "door", "viewer", "owner"] as const;
  const { broken } = await race<unknown>([
    ...times(8, (i) => changeMember(either(i), owner, { organization_id, user_id, role: roles[i % 4] ?? "door" })),
    removeMember(other, owner, { organization_id, user_id }),
  ]);
  expect(broken).toEqual([]);
  const member = await readItem(core.table, keys.member(organization_id, user_id));
  expect((await readActor(core, actor)).memberships?.[organization_id] ?? null).toBe(member?.role ?? null);
  const { members, owners } = (await readItem(core.table, keys.organization(organization_id))) ?? {};
  expect([members, owners]).toEqual([member ? 2 : 1, member?.role === "owner" ? 2 : 1]);
});
