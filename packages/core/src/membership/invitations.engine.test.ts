import { randomUUID } from "node:crypto";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import type { OrganizationId } from "../ids.ts";
import { suspendOrganization } from "../operator/suspend-organization.ts";
import { deleteUser } from "../privacy/delete-user.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { changeEmail } from "../sign-in/change-email.ts";
import { dynamicUpdate } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { updateItem } from "../table/update-item.ts";
import { giveCommand } from "../testing/command-work.ts";
import { createGate } from "../testing/gate.ts";
import { interpose } from "../testing/interpose.ts";
import { joinOrganization, readActor, sendInvitation } from "../testing/join-organization.ts";
import { newOrganizer } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { findNaming, scanTable } from "../testing/scan-table.ts";
import { newKey } from "../testing/send-with-key.ts";
import { askToSignIn, signIn } from "../testing/sign-in.ts";
import { hashEmail } from "../user/contact.table.ts";
import type { Actor } from "../user/user.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changeMember, removeMember } from "./change-member.ts";
import { changeOrganization } from "./change-organization.ts";
import { invite, listInvitations, revokeInvitation } from "./invite.ts";
import { invitationSeconds, mostInvitations } from "./limits.rules.ts";

let losesAnswers = false;
const gate = createGate();
const [core, frail] = await openTwoCores(
  {},
  {
    wrap: (table) =>
      interpose(gate.wrap(table), async (command, send) => {
        const answer = await send();
        if (!losesAnswers || !(command instanceof TransactWriteCommand)) return answer;
        command.input.ClientRequestToken = randomUUID();
        return send().catch((error) => {
          throw Object.assign(error, { $metadata: { attempts: 2 } });
        });
      }),
  },
);

let people = 0;
let owner: Actor;
let organization_id: OrganizationId;

beforeEach(async () => {
  owner = await newOrganizer(core);
  organization_id = ownOrganization(owner);
});

/** Somebody with a verified address who is invited. */
async function meet(role: "owner" | "door" = "door", by = owner) {
  const email = `invited-${people++}@example.org`;
  const { user, token: session } = await signIn(core, email);
  return { email, user, session, ...(await sendInvitation(core, by, { organization_id, email, role })) };
}

const named = ({ invitation_id }: { invitation_id: string }) => ({
  organization_id,
  invitation_id: invitation_id as never,
});
const countOpen = async () => Number((await readItem(core.table, keys.organization(organization_id)))?.invitations);

describe("an invitation", () => {
  it("of somebody who is no owner any more makes nobody a member, unless an admin invited", async () => {
    const { actor: other } = await joinOrganization(core, owner, organization_id, "owner");
    const admin: Actor = { ...(await newOrganizer(core)), role: "admin" };
    const [own, theirs] = [await meet("owner"), await meet("owner", admin)];
    await removeMember(core, other, { organization_id, user_id: owner.user_id });
    await expect(acceptInvitation(core, own.user, own)).rejects.toMatchObject({ code: "INVITATION_CLOSED" });
    expect(await acceptInvitation(core, theirs.user, theirs)).toMatchObject({ role: "owner" });
  });

  it("of whoever became a manager, for themselves at another address, makes them no owner again", async () => {
    const { actor: other } = await joinOrganization(core, owner, organization_id, "owner");
    const mine = await meet("owner");
    await changeMember(core, other, { organization_id, user_id: owner.user_id, role: "manager" });
    await expect(acceptInvitation(core, mine.user, mine)).rejects.toMatchObject({ code: "INVITATION_CLOSED" });
  });

  it("is forgotten with its address once its time is over, and gives its place to another", async () => {
    const { email, user, token } = await meet();
    const naming = async () => findNaming(await scanTable(core.table), [email, hashEmail(email)]);
    const before = await naming();
    expect(before.map(({ pk }) => String(pk).split("-")[0])).toContain("invited");
    core.clock.advance(invitationSeconds + 1);
    while ((await runScheduledWork(core)) > 0);
    expect((await naming()).map(({ pk }) => pk)).toEqual([`email-${email}`, user.user_id].sort());
    expect(await countOpen()).toBe(0);
    await expect(acceptInvitation(core, user, { token })).rejects.toMatchObject({ code: "INVITATION_CLOSED" });
  });

  it("is taken back also once its time is over", async () => {
    const invited = await meet();
    core.clock.advance(invitationSeconds + 1);
    await revokeInvitation(core, owner, named(invited));
    expect(findNaming(await scanTable(core.table), [hashEmail(invited.email)])).toEqual([]);
    expect(await countOpen()).toBe(0);
  });

  it("is one of a hundred that are open; one that ends leaves its place", async () => {
    const invited = [await meet(), await meet(), await meet()] as const;
    const key = keys.organization(organization_id);
    const values = { ":most": mostInvitations };
    await updateItem(core.table, dynamicUpdate({ key, update: "SET invitations = :most", values }));
    const ask = () => invite(core, owner, { organization_id, email: `more-${people++}@example.org`, role: "viewer" });
    await expect(ask()).rejects.toMatchObject({ code: "MEMBERSHIP_LIMIT", details: { limit: mostInvitations } });
    await revokeInvitation(core, owner, named(invited[0]));
    await acceptInvitation(core, invited[1].user, invited[1]);
    await ask();
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "MEMBERSHIP_LIMIT" });
    expect(await listInvitations(core, owner, { organization_id })).toHaveLength(3);
  });

  it("is written once although its answer was lost, and no answer that is kept has its address", async () => {
    const email = `keyed-${people++}@example.org`;
    const [module, verb] = ["../membership/invite.ts", "invite"];
    const command = { module, verb, actor: owner, input: { organization_id, email, role: "door" }, key: newKey() };
    losesAnswers = true;
    await giveCommand(frail, command);
    losesAnswers = false;
    expect(await countOpen()).toBe(1);
    const records = findNaming(await scanTable(core.table), [email]);
    expect(records.map(({ sk }) => String(sk).split("-")[0])).toEqual(["invitation"]);
  });
});

it("a suspended organization invites nobody, and is joined by whom it had invited", async () => {
  const { user, token } = await meet();
  await suspendOrganization(core, { organization_id });
  const late = invite(core, owner, { organization_id, email: "late@example.org", role: "door" });
  await expect(late).rejects.toMatchObject({ code: "SUSPENDED" });
  expect(await acceptInvitation(core, user, { token })).toMatchObject({ role: "door" });
});

describe("whoever accepts is told why not", () => {
  const refuse = (asked: Promise<unknown>, code: string) => expect(asked).rejects.toMatchObject({ code });

  it("where they are a member already", async () => {
    const { actor } = await joinOrganization(core, owner, organization_id, "viewer");
    const email = String((await readItem(core.table, keys.user(actor.user_id)))?.email);
    const again = await sendInvitation(core, owner, { organization_id, email, role: "manager" });
    await refuse(acceptInvitation(core, actor, again), "ALREADY_MEMBER");
    expect(await readActor(core, actor)).toMatchObject({ memberships: { [organization_id]: "viewer" } });
  });

  /** What happens between reading and writing. */
  async function acceptWhile({ user, token }: { user: Actor; token: string }, happens: () => Promise<unknown>) {
    const isWriting = gate.close(({ input }) => JSON.stringify(input).includes("member.joined"));
    const accepted = acceptInvitation(frail, user, { token });
    await isWriting;
    await happens();
    gate.open();
    return accepted;
  }

  it("where they have another address by now", async () => {
    const { user, token, session } = await meet();
    const changed = acceptWhile({ user, token }, async () => {
      const { token: _, ...byCode } = await askToSignIn(core, `moved-${people++}@example.org`, {
        purpose: "change-email",
      });
      await changeEmail(core, { actor: user, token: session }, byCode, null);
    });
    await refuse(changed, "FORBIDDEN");
  });

  it("where the organization is gone, or they joined it by another invitation", async () => {
    const gone = await meet();
    await refuse(
      acceptWhile(gone, () => deleteUser(core, owner, owner)),
      "INVITATION_NOT_FOUND",
    );
    owner = await newOrganizer(core);
    organization_id = ownOrganization(owner);
    const invited = await meet();
    const second = await sendInvitation(core, owner, { organization_id, email: invited.email, role: "viewer" });
    await refuse(
      acceptWhile(invited, () => acceptInvitation(core, invited.user, second)),
      "ALREADY_MEMBER",
    );
  });
});

it("a change of an organization whose answer was lost is answered as done, and its revision is its own", async () => {
  losesAnswers = true;
  const changed = changeOrganization(frail, owner, { organization_id, revision: 0, vat_id: "NO 7" });
  await expect(changed).resolves.toMatchObject({ revision: 1, vat_id: "NO 7" });
  losesAnswers = false;
});
