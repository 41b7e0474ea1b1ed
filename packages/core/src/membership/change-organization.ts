import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { listChanges, putJournal } from "../journal/journal.table.ts";
import { roleIn } from "../organization/may.ts";
import { changeIdentity } from "../organization/organization.table.ts";
import type { ChangeOrganization, Organization, OrganizationView } from "../organization/organization.ts";
import { toInstant } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { requireOrganization } from "./get-organization.ts";

/** Changes who an organization is, for its owners; events tell it within two seconds. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN, SUSPENDED. */
export async function changeOrganization(
  core: Core,
  actor: Actor,
  input: ChangeOrganization,
  lease: IdempotencyLease | null = null,
): Promise<OrganizationView> {
  const { organization_id, ...given } = input;
  const stored = await requireOrganization(core, actor, organization_id, "owner");
  if (stored.organization.state === "suspended") throw new EventlyError("SUSPENDED", {});
  const changes = changesOf(stored.organization, given, toInstant(core.clock()));
  const view: OrganizationView = { ...stored.organization, ...changes, role: roleIn(actor, organization_id) };
  if (Object.keys(changes).length === 0) return view;
  const entry = { subject: organization_id, at: core.clock(), actor, action: "organization.changed" } as const;
  const actions = [
    changeIdentity(stored, changes),
    putJournal({ ...entry, changes: listChanges(stored.organization, changes) }),
  ];
  const outcome = await transactFor(core.table, accountsOf(actor), actions, { lease, response: { output: view } });
  if (!outcome.done) return changeOrganization(core, actor, input, lease);
  core.organizations.forget(organization_id);
  return view;
}

/** Only what is given and differs; other terms are another version. */
function changesOf(
  now: Organization,
  given: Omit<ChangeOrganization, "organization_id">,
  instant: string,
): Partial<Organization> {
  const changed = Object.entries(given).filter(
    ([field, value]) => value !== undefined && value !== now[field as keyof Organization],
  );
  const changes = Object.fromEntries(changed) as Partial<Organization>;
  if (changes.terms_url === undefined) return changes;
  return { ...changes, terms_version: changes.terms_url === null ? null : instant };
}
