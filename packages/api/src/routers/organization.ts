import { OrganizationId, UserId } from "@evently/core/ids";
import { JournalEntry } from "@evently/core/journal";
import { acceptInvitation } from "@evently/core/membership/accept-invitation";
import { changeMember, removeMember } from "@evently/core/membership/change-member";
import { changeOrganization } from "@evently/core/membership/change-organization";
import { createOrganization } from "@evently/core/membership/create-organization";
import { describeInvitation } from "@evently/core/membership/describe-invitation";
import { getOrganization, listOwnOrganizations } from "@evently/core/membership/get-organization";
import { invite, listInvitations, revokeInvitation } from "@evently/core/membership/invite";
import { listMembers } from "@evently/core/membership/list-members";
import { listOrganizationJournal } from "@evently/core/membership/list-organization-journal";
import {
  AcceptInvitation,
  ChangedMember,
  ChangeMember,
  ChangeOrganization,
  CreateOrganization,
  DescribedInvitation,
  Invitation,
  InvitationId,
  Invite,
  Invited,
  Joined,
  Member,
  OrganizationView,
} from "@evently/core/organization";
import * as z from "zod/mini";
import { actorProcedure, publicProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";
import { page } from "./page.ts";
import { paymentAccountProcedures } from "./payment-account.ts";

const ById = z.strictObject({ organization_id: OrganizationId });

export const organizationRouter = router({
  create: actorProcedure
    .meta({
      access: "account",
      scope: null,
      body: "venue",
      rest: {
        method: "POST",
        path: "/organizations",
        summary: "Creates an organization, which the caller owns",
        status: 201,
        errors: ["FORBIDDEN", "MEMBERSHIP_LIMIT"],
      },
    })
    .input(CreateOrganization)
    .output(OrganizationView)
    .mutation(({ ctx, input }) => createOrganization(ctx.core, ctx.actor, input, ctx.lease)),

  list: actorProcedure
    .meta({
      access: "session",
      scope: null,
      rest: {
        method: "GET",
        path: "/organizations",
        summary: "The organizations that the caller is a member of, by name",
        errors: [],
      },
    })
    .output(listOf(OrganizationView))
    .query(async ({ ctx }) => ({ items: await listOwnOrganizations(ctx.core, ctx.actor), next_cursor: null })),

  get: actorProcedure
    .meta({
      access: "member of organization",
      scope: null,
      rest: {
        method: "GET",
        path: "/organizations/{organization_id}",
        summary: "An organization, for its members",
        errors: ["ORGANIZATION_NOT_FOUND"],
      },
    })
    .input(ById)
    .output(OrganizationView)
    .query(({ ctx, input }) => getOrganization(ctx.core, ctx.actor, input)),

  change: actorProcedure
    .meta({
      access: "owner of organization",
      scope: null,
      body: "venue",
      rest: {
        method: "PATCH",
        path: "/organizations/{organization_id}",
        summary: "Changes who an organization is, for its owners",
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND", "REVISION_CONFLICT"],
      },
    })
    .input(ChangeOrganization)
    .output(OrganizationView)
    .mutation(({ ctx, input }) => changeOrganization(ctx.core, ctx.actor, input, ctx.lease)),

  journal: actorProcedure
    .meta({
      access: "owner of organization",
      scope: null,
      rest: {
        method: "GET",
        path: "/organizations/{organization_id}/journal",
        summary: "Who did what with an organization and its members, when and why, newest first, for its owners",
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND", "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ organization_id: OrganizationId, ...page }))
    .output(listOf(JournalEntry))
    .query(({ ctx, input }) => listOrganizationJournal(ctx.core, ctx.actor, input)),

  members: actorProcedure
    .meta({
      access: "owner of organization",
      scope: null,
      rest: {
        method: "GET",
        path: "/organizations/{organization_id}/members",
        summary: "The members of an organization, for its owners",
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND"],
      },
    })
    .input(ById)
    .output(listOf(Member))
    .query(async ({ ctx, input }) => ({ items: await listMembers(ctx.core, ctx.actor, input), next_cursor: null })),

  changeMember: actorProcedure
    .meta({
      access: "owner of organization",
      scope: null,
      rest: {
        method: "PATCH",
        path: "/organizations/{organization_id}/members/{user_id}",
        summary: "Gives a member another role, for the organization's owners",
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND", "USER_NOT_FOUND", "LAST_OWNER"],
      },
    })
    .input(ChangeMember)
    .output(ChangedMember)
    .mutation(({ ctx, input }) => changeMember(ctx.core, ctx.actor, input, ctx.lease)),

  removeMember: actorProcedure
    .meta({
      access: "owner of organization or self",
      scope: null,
      rest: {
        method: "DELETE",
        path: "/organizations/{organization_id}/members/{user_id}",
        summary: "Ends a membership, for the organization's owners, or one's own",
        status: 204,
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND", "USER_NOT_FOUND", "LAST_OWNER"],
      },
    })
    .input(z.strictObject({ organization_id: OrganizationId, user_id: UserId }))
    .mutation(({ ctx, input }) => removeMember(ctx.core, ctx.actor, input)),

  invite: actorProcedure
    .meta({
      access: "owner of organization",
      scope: null,
      rest: {
        method: "POST",
        path: "/organizations/{organization_id}/invitations",
        summary: "Invites somebody by a mail, for the organization's owners",
        status: 201,
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND", "MEMBERSHIP_LIMIT", "NETWORK_LIMIT"],
      },
    })
    .input(Invite)
    .output(Invited)
    .mutation(({ ctx, input }) => invite(ctx.core, ctx.actor, input, ctx.lease)),

  invitations: actorProcedure
    .meta({
      access: "owner of organization",
      scope: null,
      rest: {
        method: "GET",
        path: "/organizations/{organization_id}/invitations",
        summary: "The invitations that can still be accepted, for the organization's owners",
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND"],
      },
    })
    .input(ById)
    .output(listOf(Invitation))
    .query(async ({ ctx, input }) => ({ items: await listInvitations(ctx.core, ctx.actor, input), next_cursor: null })),

  revokeInvitation: actorProcedure
    .meta({
      access: "owner of organization",
      scope: null,
      rest: {
        method: "DELETE",
        path: "/organizations/{organization_id}/invitations/{invitation_id}",
        summary: "Takes an invitation back, for the organization's owners",
        status: 204,
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND", "INVITATION_NOT_FOUND", "INVITATION_CLOSED"],
      },
    })
    .input(z.strictObject({ organization_id: OrganizationId, invitation_id: InvitationId }))
    .mutation(({ ctx, input }) => revokeInvitation(ctx.core, ctx.actor, input)),

  ...paymentAccountProcedures,

  /** What a link offers, for whoever opens it. A mutation, so that the token stands in no address. */
  describeInvitation: publicProcedure
    .meta({ access: "anyone", scope: null })
    .input(AcceptInvitation)
    .output(DescribedInvitation)
    .mutation(({ ctx, input }) => describeInvitation(ctx.core, input)),

  acceptInvitation: actorProcedure
    .meta({
      access: "invited",
      scope: null,
      rest: {
        method: "POST",
        path: "/invitations/accept",
        summary: "Makes whoever is signed in with the invited address a member",
        errors: ["FORBIDDEN", "INVITATION_NOT_FOUND", "INVITATION_CLOSED", "ALREADY_MEMBER", "MEMBERSHIP_LIMIT"],
      },
    })
    .input(AcceptInvitation)
    .output(Joined)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.core, ctx.actor, input, ctx.lease)),
});
