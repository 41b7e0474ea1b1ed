import type { BothProtocols, Somebody } from "./open-both-protocols.ts";

type People = { organizer: Somebody; buyer: Somebody };

/** All that has to do with an organization and its members, in both worlds. */
export async function askOfOrganizations({ ask }: BothProtocols, { organizer, buyer }: People): Promise<void> {
  const { body } = await ask("organization.create", organizer, { name: "Second house" });
  const house = { organization_id: body?.organization_id };
  await ask("organization.create", buyer, { name: "House" });
  await ask("organization.create", organizer, { name: "House", terms_url: "http://example.org" });
  for (const who of [organizer, null]) await ask("organization.list", who);
  for (const who of [organizer, buyer]) await ask("organization.get", who, house);
  for (const who of [organizer, buyer]) await ask("organization.change", who, { ...house, vat_id: "NO 1" });
}
