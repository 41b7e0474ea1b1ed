import { randomBytes } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { OrganizationId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { putMail } from "../mail/mail.table.ts";
import { checkOwner } from "../organization/organization.table.ts";
import type { Invitation, InvitationId, Invite, Invited } from "../organization/organization.ts";
import { limitMails } from "../sign-in/mail-limits.ts";
import { invitationsFrom, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import type { Item } from "../table/transact.ts";
import { accountsOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { getInvitation } from "./get-invitation.ts";
import { requireOrganization } from "./get-organization.ts";
import {
  countInvitation,
  endInvitation,
  isOpen,
  putInvitation,
  toInvitation,
  viewInvitation,
} from "./invitation.table.ts";
import { invitationSeconds, mostInvitations } from "./limits.rules.ts";

type Named = { organization_id: OrganizationId; invitation_id: InvitationId };

/**
 * Invites whoever has an address, by a mail with a link; for the organization's owners. The answer leaves the address out, so that
 * none is kept for an Idempotency-Key. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN, SUSPENDED, MEMBERSHIP_LIMIT, NETWORK_LIMIT.
 */
export async function invite(
  core: Core,
  actor: Actor,
  { organization_id, email, role }: Invite,
  lease: IdempotencyLease | null = null,
): Promise<Invited> {
  await requireOrganization(core, actor, organization_id, "owner");
  limitMails(core.askedMails.ofInvitations, actor.network ?? null, email);
  const now = core.clock();
  const isAdmin = actor.role === "admin";
  const invitation_id = randomBytes(16).toString("base64url") as InvitationId;
  const named = { organization_id, invitation_id };
  const stored = {
    ...{ ...named, role, email, ends_at: Math.ceil(now) + invitationSeconds },
    ...{ invited_by: actor.user_id, ...(isAdmin ? { by_admin: true as const } : {}) },
  };
  const { email: _, ...view } = viewInvitation(stored);
  const changes = { role: { before: null, after: role } };
  const actions = [
    countInvitation(organization_id, mostInvitations),
    ...putInvitation(stored),
    putJournal({ subject: organization_id, at: now, actor, action: "member.invited", changes }),
    ...(core.mailer ? [putMail({ kind: "invitation", ...named }, now)] : []),
    ...(isAdmin ? [] : [checkOwner(organization_id, actor.user_id)]),
  ];
  const outcome = await transactFor(core.table, accountsOf(actor), actions, { lease, response: { output: view } });
  if (outcome.done || (outcome.ambiguous && (await isSent(core, named)))) return view;
  const at = (index: number) => outcome.failedConditions.find((condition) => condition.index === index);
  if (!isAdmin && at(actions.length - 1)) throw new EventlyError("FORBIDDEN", { role: actor.role });
  throw refused(at(0)?.item ?? null);
}

const isSent = async (core: Core, { organization_id, invitation_id }: Named): Promise<boolean> =>
  (await readItem(core.table, keys.invitation(organization_id, invitation_id))) !== null;

/** By the organization's item. */
function refused(item: Item | null): EventlyError {
  if (!item) return new EventlyError("ORGANIZATION_NOT_FOUND", {});
  if (item.state === "suspended") return new EventlyError("SUSPENDED", {}, suspendedText);
  return new EventlyError("MEMBERSHIP_LIMIT", { limit: mostInvitations });
}

const suspendedText = "This organization is suspended: nobody is invited until it is resumed.";

/** Those that can still be accepted, which ends first first; for the organization's owners. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN. */
export async function listInvitations(
  core: Core,
  actor: Actor,
  { organization_id }: { organization_id: OrganizationId },
): Promise<Invitation[]> {
  await requireOrganization(core, actor, organization_id, "owner");
  const open: Invitation[] = [];
  const query = { partition: organization_id, from: invitationsFrom, consistent: true };
  for await (const item of queryItems(core.table, query)) {
    if (!String(item.sk).startsWith(invitationsFrom)) break;
    const invitation = toInvitation(item);
    if (isOpen(invitation, core.clock())) open.push(viewInvitation(invitation));
  }
  return open.sort((a, b) => (a.expires_at < b.expires_at ? -1 : 1));
}

/**
 * From then on nobody can accept it, and whom it was for is forgotten. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN, INVITATION_NOT_FOUND,
 * and INVITATION_CLOSED for one that has ended.
 */
export async function revokeInvitation(core: Core, actor: Actor, named: Named): Promise<void> {
  const { organization_id } = named;
  await requireOrganization(core, actor, organization_id, "owner");
  const invitation = await getInvitation(core, named);
  const now = core.clock();
  const entry = { subject: organization_id, at: now, actor, action: "invitation.revoked" } as const;
  const actions = [...endInvitation(invitation, now, actor.user_id), putJournal(entry)];
  const { done } = await transactFor(core.table, accountsOf(actor), actions);
  if (!done) throw new EventlyError("INVITATION_CLOSED", {});
}
