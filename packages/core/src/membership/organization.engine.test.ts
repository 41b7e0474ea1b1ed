import { describe, expect, it } from "vitest";
import type { OrganizationId } from "../ids.ts";
import { readSeller } from "../organization/read-seller.ts";
import { newGuest, newOrganizer, openEvent } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { createUser } from "../user/create-user.ts";
import { resolveActor } from "../user/session.ts";
import { changeOrganization } from "./change-organization.ts";
import { createOrganization } from "./create-organization.ts";
import { getOrganization, listOwnOrganizations } from "./get-organization.ts";
import { mostMemberships } from "./limits.rules.ts";

const [core, other] = await openTwoCores();

const ownOf = ({ memberships = {} }: { memberships?: object | undefined }) =>
  Object.keys(memberships) as OrganizationId[];

describe("whoever signs up to sell", () => {
  it("has an organization of their own, by their name", async () => {
    const { user, token } = await createUser(core, { email: "ada@example.org", name: "Ada", role: "organizer" });
    const [organization_id] = ownOf(user);
    if (!organization_id) throw new Error("there is none");
    expect(user.memberships).toEqual({ [organization_id]: "owner" });
    const actor = await resolveActor(other, token);
    expect(actor?.memberships).toEqual(user.memberships);
    expect(await getOrganization(other, user, { organization_id })).toMatchObject({
      ...{ name: "Ada", state: "approved", role: "owner", terms_url: null, terms_version: null },
    });
  });

  it("gives it what they make", async () => {
    const { event_id, organizer } = await openEvent(core);
    const event = await core.events.find(event_id);
    expect(event).toMatchObject({ owner_id: organizer.user_id, organization_id: ownOf(organizer)[0] });
  });
});

it("somebody who only buys is a member of nothing until they make an organization", async () => {
  const { user, token } = await createUser(core, { email: "ben@example.org", role: "attendee" });
  expect(user.memberships).toBeUndefined();
  const made = await createOrganization(core, user, { name: "Town hall", vat_id: "NO 1" });
  const actor = await resolveActor(core, token);
  expect(actor?.memberships).toEqual({ [made.organization_id]: "owner" });
  if (!actor) throw new Error("nobody is signed in");
  expect(await listOwnOrganizations(other, actor)).toEqual([made]);
});

it("a guest can't make an organization", async () => {
  await expect(createOrganization(core, await newGuest(core), { name: "No" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

it("of thirty organizations made at once, in two processes, nobody has more than twenty", async () => {
  const organizer = await newOrganizer(core);
  const { won, refused, broken } = await race(
    times(30, (i) => createOrganization(i % 2 === 0 ? core : other, organizer, { name: `House ${i}` })),
  );
  expect(broken).toEqual([]);
  expect(won).toHaveLength(mostMemberships - 1);
  expect(refused).toEqual({ MEMBERSHIP_LIMIT: 30 - won.length });
});

describe("who an organization is", () => {
  it("is changed by its owners, and told everywhere within two seconds", async () => {
    const organizer = await newOrganizer(core);
    const [organization_id] = ownOf(organizer);
    if (!organization_id) throw new Error("there is none");
    expect(await readSeller(other, organization_id)).toMatchObject({ legal_name: null, terms_version: null });
    const terms_url = "https://example.org/terms";
    await changeOrganization(core, organizer, { organization_id, legal_name: "House Ltd", terms_url });
    expect(await readSeller(core, organization_id)).toMatchObject({ legal_name: "House Ltd", terms_url });
    core.clock.advance(2);
    const told = await readSeller(other, organization_id);
    expect(told).toEqual(await readSeller(core, organization_id));
    expect(Object.keys(told)).not.toContain("state");
    expect(told.terms_version).not.toBeNull();
    core.clock.advance(5);
    await changeOrganization(core, organizer, { organization_id, terms_url, vat_id: "NO 2" });
    expect((await readSeller(core, organization_id)).terms_version).toBe(told.terms_version);
    await changeOrganization(core, organizer, { organization_id, terms_url: `${terms_url}-2` });
    expect((await readSeller(core, organization_id)).terms_version).not.toBe(told.terms_version);
  });

  it("keeps what each of several changes made at once", async () => {
    const organizer = await newOrganizer(core);
    const [organization_id] = ownOf(organizer);
    if (!organization_id) throw new Error("there is none");
    const changes = [{ legal_name: "House Ltd" }, { address: "1 Main Street" }, { vat_id: "NO 3" }, { name: "House" }];
    await Promise.all(
      changes.map((change, i) => changeOrganization(i % 2 ? core : other, organizer, { organization_id, ...change })),
    );
    const now = await getOrganization(core, organizer, { organization_id });
    expect(now).toMatchObject(Object.assign({}, ...changes));
  });

  it("is not changed from a revision that is over, where one is named", async () => {
    const organizer = await newOrganizer(core);
    const [organization_id] = ownOf(organizer);
    if (!organization_id) throw new Error("there is none");
    const { revision } = await changeOrganization(core, organizer, { organization_id, revision: 0, vat_id: "NO 4" });
    expect(revision).toBe(1);
    const late = changeOrganization(other, organizer, { organization_id, revision: 0, vat_id: "NO 5" });
    await expect(late).rejects.toMatchObject({
      code: "REVISION_CONFLICT",
      details: { revision: 1, changed: ["vat_id"] },
    });
    expect(await getOrganization(core, organizer, { organization_id })).toMatchObject({ revision: 1, vat_id: "NO 4" });
  });

  it("is shown to no stranger", async () => {
    const [organization_id] = ownOf(await newOrganizer(core));
    if (!organization_id) throw new Error("there is none");
    const stranger = await newOrganizer(core);
    const asked = [
      getOrganization(core, stranger, { organization_id }),
      changeOrganization(core, stranger, { organization_id, name: "Mine" }),
      getOrganization(core, stranger, { organization_id: "organization-99999" as OrganizationId }),
    ];
    for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: "ORGANIZATION_NOT_FOUND" });
  });
});
