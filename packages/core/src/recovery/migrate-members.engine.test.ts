import { expect, it } from "vitest";
import { findEvent } from "../event/find-event.ts";
import { acceptInvitation } from "../membership/accept-invitation.ts";
import { removeMember } from "../membership/change-member.ts";
import { makeOwnOrganization } from "../membership/make-own-organization.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { joinOrganization, readActor, sendInvitation } from "../testing/join-organization.ts";
import { newOrganizer } from "../testing/open-event.ts";
import { openTableBefore } from "../testing/open-table-before.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { deleteUserItem } from "../user/delete-user.table.ts";
import { migrateOrganizations } from "./migrate-organizations.ts";

it("what somebody made before is no organization's that they only work for, nor one's that they have left", async () => {
  const { core, before } = await openTableBefore();
  const { organizer } = before.users;
  const { concert } = before.events;
  const left = await makeOwnOrganization(core, organizer.user_id);
  expect(await makeOwnOrganization(core, organizer.user_id)).toBe(left);
  const { actor: heir } = await joinOrganization(core, await readActor(core, organizer), left, "owner");
  // Of an address that a mail has reached, as an invitation asks for.
  await updateItem(core.table, verified(organizer.user_id));
  const host = await newOrganizer(core);
  const house = ownOrganization(host);
  const asked = { organization_id: house, email: "organizer@example.org", role: "owner" } as const;
  const { token } = await sendInvitation(core, host, asked);
  await acceptInvitation(core, await readActor(core, organizer), { token });
  await removeMember(core, heir, { organization_id: left, user_id: organizer.user_id });

  expect(await migrateOrganizations(core)).toMatchObject({ left: [] });
  const { organization_id } = (await findEvent(core.table, concert)) ?? {};
  expect([left, house]).not.toContain(organization_id);
  expect((await readActor(core, organizer)).memberships).toEqual({
    [house]: "owner",
    [String(organization_id)]: "owner",
  });
  expect(await makeOwnOrganization(core, organizer.user_id)).toBe(organization_id);
  await core.close();
});

it("whoever signed up to sell gets no second organization", async () => {
  const { core } = await openTableBefore();
  const host = await newOrganizer(core);
  expect(await makeOwnOrganization(core, host.user_id)).toBe(ownOrganization(host));
  await core.close();
});

it("somebody who was deleted keeps nobody else from an organization", async () => {
  const { core, before } = await openTableBefore();
  const { organizer, member } = before.users;
  const read = await readItem(core.table, keys.user(member.user_id));
  await transact(core.table, [deleteUserItem(read ?? {}, core.clock())]);
  const { concert, draft } = before.events;
  const give = { key: keys.event(draft), update: "SET owner_id = :gone", values: { ":gone": member.user_id } } as const;
  await updateItem(core.table, update(give));
  await migrateOrganizations(core);
  expect(await findEvent(core.table, concert)).toMatchObject({
    organization_id: ownOrganization(await readActor(core, organizer)),
  });
  expect(await findEvent(core.table, draft)).toMatchObject({ organization_id: null });
  await core.close();
});

const verified = (user_id: Parameters<typeof keys.user>[0]) =>
  update({
    key: keys.user(user_id),
    update: "SET verified_at = :at, email = :email",
    values: { ":at": "2099-01-01T00:00:00Z", ":email": "organizer@example.org" },
  });
