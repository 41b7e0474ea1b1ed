import { expect, it } from "vitest";
import { changeOrganization } from "../membership/change-organization.ts";
import { transact } from "../table/transact.ts";
import { joinOrganization, readActor, sendInvitation } from "../testing/join-organization.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { alone, askToSignIn, signIn } from "../testing/sign-in.ts";
import { createUser } from "../user/create-user.ts";
import type { Actor } from "../user/user.ts";
import { confirmSignIn } from "./confirm-sign-in.ts";
import { planClaim } from "./plan-claim.ts";

const core = await openCore();

/** An organizer who has verified an address, and has done nothing else. */
async function newOwner(email: string) {
  await createUser(core, { email, role: "organizer" });
  return readActor(core, (await signIn(core, email)).user);
}

/** Whose account is opened where another one asks that names the address too. */
async function openWith(email: string) {
  const { user: account } = await createUser(core, { email, role: "organizer" });
  const { token } = await askToSignIn(core, email);
  return { account, user: (await confirmSignIn(core, { token }, { ...alone, account })).user };
}

const uses: Record<string, (core: TestCore, owner: Actor) => Promise<unknown>> = {
  "says who it is": (_, owner) =>
    changeOrganization(core, owner, { organization_id: ownOrganization(owner), legal_name: "Concerts Ltd" }),
  "has another member": (_, owner) => joinOrganization(core, owner, ownOrganization(owner), "door"),
  "has invited somebody": (_, owner) =>
    sendInvitation(core, owner, { organization_id: ownOrganization(owner), email: "lia@example.org", role: "door" }),
};

it.each(Object.entries(uses))("an account keeps its address where its organization %s", async (name, use) => {
  const email = `${name.replaceAll(" ", "-")}@example.org`;
  const owner = await newOwner(email);
  await use(core, owner);
  expect((await openWith(email)).user.user_id).toBe(owner.user_id);
});

it("an account whose organization has nothing gives its address up, unless it gets something meanwhile", async () => {
  const email = "idle@example.org";
  const owner = await newOwner(email);
  const { user: other } = await createUser(core, { email, role: "organizer" });
  const claiming = await planClaim(core, email, other, { fromUnverified: "if-unused" });
  expect(claiming).toMatchObject({ former: owner.user_id });
  await changeOrganization(core, owner, { organization_id: ownOrganization(owner), legal_name: "Concerts Ltd" });
  expect(await transact(core.table, claiming?.actions ?? [])).toMatchObject({ done: false });
  const unused = "unused@example.org";
  await newOwner(unused);
  const { user, account } = await openWith(unused);
  expect(user.user_id).toBe(account.user_id);
});
