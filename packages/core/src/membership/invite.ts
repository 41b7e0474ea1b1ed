import { randomBytes } from "node:crypto";
import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import type { OrganizationId } from "../ids.ts";
import { putJournal } from "../journal/journal.table.ts";
import { putMail } from "../mail/mail.table.ts";
import { checkOwner } from "../organization/organization.table.ts";
import type { Invitation, InvitationId, Invite } from "../organization/organization.ts";
import { limitMails } from "../sign-in/mail-limits.ts";
import { invitationsFrom, keys } from "../table/keys.ts";
import { queryItems } from "../table/query-items.ts";
import { readItem } from "../table/read-item.ts";
import { requireNew } from "../table/write-new.ts";
import { accountsOf, sellersOf, transactFor } from "../user/transact-for.ts";
import type { Actor } from "../user/user.ts";
import { requireOrganization } from "./get-organization.ts";
import { closeInvitation, isOpen, putInvitation, toInvitation, viewInvitation } from "./invitation.table.ts";
import { invitationSeconds } from "./limits.rules.ts";

/**
 * Invites whoever has an address, by a mail with a link; for the organization's owners. Throws ORGANIZATION_NOT_FOUND,
 * FORBIDDEN, NETWORK_LIMIT.
 */
export async function invite(
  core: Core,
  actor: Actor,
  { organization_id, email, role }: Invite,
  lease: IdempotencyLease | null = null,
): Promise<Invitation> {
  await requireOrganization(core, actor, organization_id, "owner");
  limitMails(core.askedMails.ofInvitations, actor.network ?? null, email);
  const now = core.clock();
  const invitation_id = randomBytes(16).toString("base64url") as InvitationId;
  const ends_at = Math.ceil(now) + invitationSeconds;
  const named = { organization_id, invitation_id };
  const stored = { ...named, role, invited_by: actor.user_id, ends_at, email, closed_at: null };
  const view = viewInvitation(stored);
  const changes = { role: { before: null, after: role } };
  const actions = [
    putInvitation(stored),
    putJournal({ subject: organization_id, at: now, actor, action: "member.invited", changes }),
    ...(core.mailer ? [putMail({ kind: "invitation", ...named }, now)] : []),
    ...(actor.role === "admin" ? [] : [checkOwner(organization_id, actor.user_id)]),
  ];
  const recording = { lease, response: { output: view } };
  const outcome = await transactFor(core.table, sellersOf(actor, named), actions, recording);
  const isOwnerGone = !outcome.done && outcome.failedConditions.some(({ index }) => index === actions.length - 1);
  if (isOwnerGone && actor.role !== "admin") throw new EventlyError("FORBIDDEN", { role: actor.role });
  requireNew(outcome);
  return view;
}

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
 * From then on nobody can accept it. Throws ORGANIZATION_NOT_FOUND, FORBIDDEN, INVITATION_NOT_FOUND, and INVITATION_CLOSED for
 * one that was used or has expired.
 */
export async function revokeInvitation(
  core: Core,
  actor: Actor,
  named: { organization_id: OrganizationId; invitation_id: InvitationId },
): Promise<void> {
  const { organization_id, invitation_id } = named;
  await requireOrganization(core, actor, organization_id, "owner");
  const now = core.clock();
  const entry = { subject: organization_id, at: now, actor, action: "invitation.revoked" } as const;
  const actions = [closeInvitation(named, now, actor.user_id), putJournal(entry)];
  const { done } = await transactFor(core.table, accountsOf(actor), actions);
  if (done) return;
  const item = await readItem(core.table, keys.invitation(organization_id, invitation_id));
  throw item ? new EventlyError("INVITATION_CLOSED", {}) : new EventlyError("INVITATION_NOT_FOUND", {});
}
