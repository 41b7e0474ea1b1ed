import { expect, it } from "vitest";
import { isListed } from "../event/event.rules.ts";
import { findEvent } from "../event/find-event.ts";
import { makeOwnOrganization } from "../membership/make-own-organization.ts";
import { resumeOrganization, suspendOrganization } from "../operator/suspend-organization.ts";
import { suspendOrganizationItem } from "../organization/organization.table.ts";
import { transact } from "../table/transact.ts";
import { openTableBefore } from "../testing/open-table-before.ts";
import { toInstant } from "../time.ts";
import { migrateOrganizations } from "./migrate-organizations.ts";

it.each([
  ["is suspended", false],
  ["that is suspended is given what they made", true],
])("nothing of the version before stays on sale where its maker's organization %s", async (_, isByMigration) => {
  const { core, before } = await openTableBefore();
  const { concert } = before.events;
  const organization_id = await makeOwnOrganization(core, before.users.organizer.user_id);
  const listed = async () => {
    const event = await findEvent(core.table, concert);
    await core.catalog.load();
    return [event && isListed(event), core.catalog.list().some(({ event_id }) => event_id === concert)];
  };
  expect(await listed()).toEqual([true, true]);
  if (isByMigration) {
    await transact(core.table, [suspendOrganizationItem(organization_id, toInstant(core.clock()))]);
    await migrateOrganizations(core);
  } else await suspendOrganization(core, { organization_id });
  expect(await listed()).toEqual([false, false]);
  expect(await findEvent(core.table, concert)).toMatchObject({ organization_id, suspended_at: expect.any(String) });
  await resumeOrganization(core, { organization_id });
  expect(await listed()).toEqual([true, true]);
  await core.close();
});
