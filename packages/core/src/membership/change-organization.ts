import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { OrganizationId } from "../ids.ts";
import { nameChanged, putJournal } from "../journal/journal.table.ts";
import { listChangedSince } from "../journal/list-journal.ts";
import { changeIdentity } from "../organization/organization.table.ts";
import type { ChangeOrganization, Organization, OrganizationView } from "../organization/organization.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { toInstant } from "../time.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { findPaymentAccount, requireOrganization, viewOrganization } from "./get-organization.ts";

/** How often it is tried anew after somebody else changed it. */
const maxAttempts = 5;

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
  const asking = { ...actor, request_id: actor.request_id ?? randomUUID() };
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const view = await changeLatest(core, asking, input, lease);
    if (view) return view;
  }
  throw new EventlyError("UNAVAILABLE", {});
}

type Asking = Actor & { request_id: string };

/** Null once it was changed since it was read. */
async function changeLatest(
  core: Core,
  actor: Asking,
  { organization_id, revision: seen, ...given }: ChangeOrganization,
  lease: IdempotencyLease | null,
): Promise<OrganizationView | null> {
  const stored = await requireOrganization(core, actor, organization_id, "owner");
  const { organization, revision } = stored;
  if (organization.state === "suspended") throw new EventlyError("SUSPENDED", {});
  if (seen !== undefined && seen !== revision) await refuseStale(core, organization_id, { seen, revision });
  const now = core.clock();
  const account = await findPaymentAccount(core, organization_id);
  const changes = changesOf(organization, given, toInstant(now));
  if (Object.keys(changes).length === 0) return viewOrganization(core, actor, stored, account);
  const after = { organization: { ...organization, ...changes }, revision: revision + 1 };
  const view = viewOrganization(core, actor, after, account);
  const entry = { subject: organization_id, at: now, actor, action: "organization.changed" } as const;
  const unseen = isForOperator(core, actor, organization, changes) ? { renamed_at: toInstant(now) } : {};
  const actions = [
    changeIdentity(stored, { ...changes, ...unseen }),
    putJournal({ ...entry, revision: after.revision, changes: nameChanged(Object.keys(changes)) }),
  ];
  const outcome = await transactFor(core.table, accountsOf(actor), actions, { lease, response: { output: view } });
  const written = keys.journal(organization_id, toInstant(now), actor.request_id);
  // An earlier send of the same write got no answer.
  const isOwn = !outcome.done && outcome.ambiguous && (await readItem(core.table, written)) !== null;
  if (!outcome.done && !isOwn) return null;
  core.organizations.forget(organization_id);
  return view;
}

/** What the operator looked at, where that was asked for before it might publish: it goes on selling, and is listed until they have. */
function isForOperator(
  { rules }: Core,
  { role }: Actor,
  { state }: Organization,
  changes: Partial<Organization>,
): boolean {
  const isWatched = rules.ORGANIZERS === "approved" && state === "approved" && role !== "admin";
  return isWatched && (["name", "legal_name", "vat_id"] as const).some((field) => field in changes);
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
    ([field, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(now[field as keyof Organization]),
  );
  const changes = Object.fromEntries(changed) as Partial<Organization>;
  if (changes.terms_url === undefined) return changes;
  return { ...changes, terms_version: changes.terms_url === null ? null : instant };
}
