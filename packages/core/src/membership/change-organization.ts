import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { OrganizationId } from "../ids.ts";
import { listChanges, putJournal } from "../journal/journal.table.ts";
import { listChangedSince } from "../journal/list-journal.ts";
import { changeIdentity } from "../organization/organization.table.ts";
import type { ChangeOrganization, Organization, OrganizationView } from "../organization/organization.ts";
import { toInstant } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { requireOrganization, viewOrganization } from "./get-organization.ts";

/**
 * Changes who an organization is, for its owners; events tell it within two seconds. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN,
 * SUSPENDED, REVISION_CONFLICT.
 */
export async function changeOrganization(
  core: Core,
  actor: Actor,
  input: ChangeOrganization,
  lease: IdempotencyLease | null = null,
): Promise<OrganizationView> {
  const { organization_id, revision: seen, ...given } = input;
  const stored = await requireOrganization(core, actor, organization_id, "owner");
  const { organization, revision } = stored;
  if (organization.state === "suspended") throw new EventlyError("SUSPENDED", {});
  if (seen !== undefined && seen !== revision) await refuseStale(core, organization_id, { seen, revision });
  const changes = changesOf(organization, given, toInstant(core.clock()));
  if (Object.keys(changes).length === 0) return viewOrganization(actor, stored);
  const after = { organization: { ...organization, ...changes }, revision: revision + 1 };
  const view = viewOrganization(actor, after);
  const entry = { subject: organization_id, at: core.clock(), actor, action: "organization.changed" } as const;
  const actions = [
    changeIdentity(stored, changes),
    putJournal({ ...entry, revision: after.revision, changes: listChanges(organization, changes) }),
  ];
  const outcome = await transactFor(core.table, accountsOf(actor), actions, { lease, response: { output: view } });
  if (!outcome.done) return changeOrganization(core, actor, input, lease);
  core.organizations.forget(organization_id);
  return view;
}

async function refuseStale(
  core: Core,
  organization_id: OrganizationId,
  { seen, revision }: { seen: number; revision: number },
): Promise<never> {
  throw new EventlyError("REVISION_CONFLICT", {
    revision,
    changed: await listChangedSince(core, organization_id, seen),
  });
}

/** Only what is given and differs; other terms are another version. */
function changesOf(
  now: Organization,
  given: Omit<ChangeOrganization, "organization_id" | "revision">,
  instant: string,
): Partial<Organization> {
  const changed = Object.entries(given).filter(
    ([field, value]) => value !== undefined && value !== now[field as keyof Organization],
  );
  const changes = Object.fromEntries(changed) as Partial<Organization>;
  if (changes.terms_url === undefined) return changes;
  return { ...changes, terms_version: changes.terms_url === null ? null : instant };
}
