import { beforeAll, expect, it } from "vitest";
import { deliverMail } from "../delivery/deliver-mail.ts";
import { exportUser } from "../export/export-user.ts";
import { UserExport } from "../export/user-export.ts";
import { invite, listInvitations } from "../membership/invite.ts";
import { requestSignIn } from "../sign-in/request-sign-in.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { newOrganizer } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { anywhere, signIn } from "../testing/sign-in.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { hashEmail } from "../user/contact.table.ts";
import { createUser, startGuest } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { deleteUser } from "./delete-user.ts";
import { listSignInMails } from "./forget-address.ts";
import { forgetUser } from "./forget-user.ts";

const mailer = createTestMailer();
const [core] = await openTwoCores({ mailer });
const email = "owner@example.org";
const hash = hashEmail(email);
const count = keys.mailCount(hash, "organization-00001" as never, "2026-01-01");

let owner: Actor;

async function readLeft() {
  let mails = 0;
  for await (const _ of listSignInMails(core, hash)) mails++;
  return {
    mails,
    isCounted: (await readItem(core.table, count)) !== null,
    isNamed: (await readItem(core.table, keys.contact(hash, owner.user_id))) !== null,
  };
}

beforeAll(async () => {
  owner = (await signIn(core, email)).user;
  await requestSignIn(core, { email, purpose: "sign-in" }, { ...anywhere, device: null });
  await transact(core.table, [{ put: { ...count, mails: 3 } }, { put: keys.contact(hash, owner.user_id) }]);
});

it.each([
  ["a guest", async () => (await startGuest(core, { email })).user],
  ["an account", async () => (await createUser(core, { email, role: "attendee" })).user],
] as const)(
  "%s who only named somebody's address is told nothing of it, and takes nothing with them",
  async (_, meet) => {
    const stranger = await meet();
    const exported = await (await exportUser(core, stranger, stranger)).read();
    expect(UserExport.parse(JSON.parse(exported)).mails).toEqual([]);
    await deleteUser(core, stranger, stranger);
    await forgetUser(core, keys.job("forget", stranger.user_id));
    expect(await readLeft()).toEqual({ mails: 2, isCounted: true, isNamed: true });
  },
);

it("whose it is takes all of it with them, and no invitation reaches them any more", async () => {
  const organizer = await newOrganizer(core);
  const organization_id = ownOrganization(organizer);
  const { invitation_id } = await invite(core, organizer, { organization_id, email, role: "door" });
  await deleteUser(core, owner, owner);
  await forgetUser(core, keys.job("forget", owner.user_id));
  expect(await readLeft()).toEqual({ mails: 0, isCounted: false, isNamed: false });
  await deliverMail(core, keys.invitationMail(organization_id, invitation_id));
  expect(mailer.accepted).toEqual([]);
  expect(await listInvitations(core, organizer, { organization_id })).toEqual([]);
});
