import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { transactIdempotent } from "../idempotency/transact-idempotent.ts";
import { putJournal } from "../journal/journal.table.ts";
import { newOrganization } from "../organization/new-organization.ts";
import { putOrganization } from "../organization/organization.table.ts";
import type { CreateOrganization, OrganizationView } from "../organization/organization.ts";
import { isReadyToSell } from "../organization/payments-ready.ts";
import { requireNew } from "../table/write-new.ts";
import type { Actor } from "../user/user.ts";
import { beginMemberships } from "./make-own-organization.ts";
import { addMembership, refusedMembership } from "./membership.table.ts";

/** An organization that the caller owns. Throws FORBIDDEN for a guest, and MEMBERSHIP_LIMIT. */
export async function createOrganization(
  core: Core,
  actor: Actor,
  input: CreateOrganization,
  lease: IdempotencyLease | null = null,
): Promise<OrganizationView> {
  const { user_id, role } = actor;
  if (role === "guest") throw new EventlyError("FORBIDDEN", { role }, "This needs an account.");
  const organization = await newOrganization(core, input);
  await beginMemberships(core, user_id);
  const payments_ready = isReadyToSell(core, organization, null);
  const view: OrganizationView = { ...organization, revision: 0, role: "owner", payments_ready };
  const entry = {
    subject: organization.organization_id,
    at: core.clock(),
    actor,
    action: "organization.created",
  } as const;
  const own = [
    addMembership(user_id, organization.organization_id, "owner"),
    ...putOrganization(organization, user_id),
    putJournal(entry),
  ];
  const outcome = await transactIdempotent(core.table, own, { lease, response: { output: view } });
  if (!outcome.done && outcome.failedConditions.every(({ index }) => index === 0))
    throw refusedMembership(outcome.failedConditions[0]?.item ?? null);
  requireNew(outcome);
  core.sessions.forgetAll(user_id);
  return view;
}
