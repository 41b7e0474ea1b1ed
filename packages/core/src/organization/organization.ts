import * as z from "zod/mini";
import { OrganizationId, UserId } from "../ids.ts";
import { Email } from "../text/email.ts";
import { HttpsUrl, line } from "../text/text.ts";
import { Instant } from "../time.ts";

/** What a member is; `may.ts` says which may do what. */
export const MemberRole = z.enum(["owner", "manager", "box_office", "door", "viewer"]);
export type MemberRole = z.infer<typeof MemberRole>;

/** What somebody is, by organization. */
export const Memberships = z.record(OrganizationId, MemberRole);
export type Memberships = z.infer<typeof Memberships>;

/** Whether it may sell: not yet, yes, or not any more. */
export const OrganizationState = z.enum(["pending", "approved", "suspended"]);
export type OrganizationState = z.infer<typeof OrganizationState>;

/** How an organization takes payment: by card at once, or for seats that it reserves on invoice. */
export const PaymentMethod = z.enum(["card", "invoice"]);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** What an organization takes that has chosen nothing else. */
export const usualPaymentMethods: readonly PaymentMethod[] = ["card"];

const PaymentMethods = z.array(PaymentMethod).check(
  z.minLength(1, "at least one way to pay"),
  z.maxLength(PaymentMethod.options.length, "each way to pay once"),
  z.refine((methods) => new Set(methods).size === methods.length, "each way to pay once"),
);

/** Who sells, as the law and buyers want to know it. */
const identity = {
  legal_name: line(200),
  address: line(300),
  contact_email: Email,
  vat_id: line(40),
  terms_url: HttpsUrl,
  privacy_url: HttpsUrl,
};

const name = line(120);

export const CreateOrganization = z.strictObject({
  name,
  legal_name: z.optional(identity.legal_name),
  address: z.optional(identity.address),
  contact_email: z.optional(identity.contact_email),
  vat_id: z.optional(identity.vat_id),
  terms_url: z.optional(identity.terms_url),
  privacy_url: z.optional(identity.privacy_url),
  payment_methods: z.optional(PaymentMethods),
});
export type CreateOrganization = z.infer<typeof CreateOrganization>;

const change = <T extends z.ZodMiniType>(fact: T) => z.optional(z.nullable(fact));

/** What is left out stays, null takes away. With a `revision` only what nobody has changed since. */
export const ChangeOrganization = z.strictObject({
  organization_id: OrganizationId,
  revision: z.optional(z.int().check(z.gte(0))),
  name: z.optional(name),
  legal_name: change(identity.legal_name),
  address: change(identity.address),
  contact_email: change(identity.contact_email),
  vat_id: change(identity.vat_id),
  terms_url: change(identity.terms_url),
  privacy_url: change(identity.privacy_url),
  payment_methods: z.optional(PaymentMethods),
});
export type ChangeOrganization = z.infer<typeof ChangeOrganization>;

export const Organization = z.object({
  organization_id: OrganizationId,
  name: z.string(),
  legal_name: z.nullable(z.string()),
  address: z.nullable(z.string()),
  contact_email: z.nullable(z.string()),
  vat_id: z.nullable(z.string()),
  terms_url: z.nullable(z.string()),
  /** When `terms_url` was last changed: what a buyer accepts. Null where there are none. */
  terms_version: z.nullable(Instant),
  privacy_url: z.nullable(z.string()),
  /** Those of the version before took cards. */
  payment_methods: z._default(z.array(PaymentMethod), [...usualPaymentMethods]),
  state: OrganizationState,
  created_at: Instant,
});
export type Organization = z.infer<typeof Organization>;

/** A member as its owners see them; name and address are null where they stated none. */
export const Member = z.object({
  user_id: UserId,
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  role: MemberRole,
  since: Instant,
});
export type Member = z.infer<typeof Member>;

/** What is answered to whoever changes a member; without name and address, so that none is kept for an Idempotency-Key. */
export const ChangedMember = z.pick(Member, { user_id: true, role: true, since: true });
export type ChangedMember = z.infer<typeof ChangedMember>;

export const ChangeMember = z.strictObject({ organization_id: OrganizationId, user_id: UserId, role: MemberRole });
export type ChangeMember = z.infer<typeof ChangeMember>;

/** It names an invitation and opens nothing. */
export const InvitationId = z
  .string()
  .check(z.regex(/^[\w-]{22}$/, "an invitation's id"))
  .brand("InvitationId");
export type InvitationId = z.infer<typeof InvitationId>;

export const Invite = z.strictObject({ organization_id: OrganizationId, email: Email, role: MemberRole });
export type Invite = z.infer<typeof Invite>;

export const Invitation = z.object({
  invitation_id: InvitationId,
  email: z.string(),
  role: MemberRole,
  expires_at: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

/** What is answered to whoever invites: they know the address. */
export const Invited = z.pick(Invitation, { invitation_id: true, role: true, expires_at: true });
export type Invited = z.infer<typeof Invited>;

export const AcceptInvitation = z.strictObject({ token: z.string().check(z.maxLength(200)) });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export const Joined = z.object({ organization_id: OrganizationId, role: MemberRole });
export type Joined = z.infer<typeof Joined>;

/**
 * As its members see it: `role` is the caller's, null for an admin who is no member; `revision` is raised by every change;
 * `payments_ready` says whether what it sells with a price may go on sale.
 */
export const OrganizationView = z.object({
  ...Organization.shape,
  revision: z.int(),
  role: z.nullable(MemberRole),
  payments_ready: z.boolean(),
});
export type OrganizationView = z.infer<typeof OrganizationView>;

/** What an invitation offers, as whoever has its link is told. */
export const DescribedInvitation = z.object({
  ...z.pick(Organization, { organization_id: true, name: true }).shape,
  ...z.pick(Invitation, { email: true, role: true, expires_at: true }).shape,
});
export type DescribedInvitation = z.infer<typeof DescribedInvitation>;

/** Who sells, as every buyer is told. */
export const Seller = z.pick(Organization, {
  organization_id: true,
  name: true,
  legal_name: true,
  address: true,
  contact_email: true,
  vat_id: true,
  terms_url: true,
  privacy_url: true,
  payment_methods: true,
});
export type Seller = z.infer<typeof Seller>;
