import { expect, it } from "vitest";
import type { OrganizationId } from "../ids.ts";
import { createOrganization } from "../membership/create-organization.ts";
import { openCore } from "../testing/open-core.ts";
import { newOrganizer } from "../testing/open-event.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { readAccount } from "../user/usage.ts";
import { setAccountQuota } from "./set-account-quota.ts";

const core = await openCore();

it("a limit is an organization's, named by its id where its owner has several", async () => {
  const organizer = await newOrganizer(core);
  const { user_id } = organizer;
  const own = ownOrganization(organizer);
  const limit = { kind: "venues", limit: 7 } as const;
  await setAccountQuota(core, { owner: user_id, ...limit });
  const { organization_id } = await createOrganization(core, organizer, { name: "Another house" });
  await expect(setAccountQuota(core, { owner: user_id, ...limit })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    message: `${user_id} owns several organizations: ${own}, ${organization_id}. Name one of them.`,
  });
  expect(await setAccountQuota(core, { owner: organization_id, ...limit, limit: 9 })).toMatchObject({
    ...{ before: { venues: 20 }, after: { venues: 9 } },
  });
  const venuesOf = async (id: OrganizationId) => (await readAccount(core.table, id)).quotas.venues;
  expect([await venuesOf(own), await venuesOf(organization_id)]).toEqual([7, 9]);
  const owner = "organization-99999" as OrganizationId;
  await expect(setAccountQuota(core, { owner, ...limit })).rejects.toMatchObject({ code: "ORGANIZATION_NOT_FOUND" });
});
