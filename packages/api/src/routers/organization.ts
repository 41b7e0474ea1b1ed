import { OrganizationId } from "@evently/core/ids";
import { changeOrganization } from "@evently/core/membership/change-organization";
import { createOrganization } from "@evently/core/membership/create-organization";
import { getOrganization, listOwnOrganizations } from "@evently/core/membership/get-organization";
import { ChangeOrganization, CreateOrganization, OrganizationView } from "@evently/core/organization";
import * as z from "zod/mini";
import { actorProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";

const ById = z.strictObject({ organization_id: OrganizationId });

export const organizationRouter = router({
  create: actorProcedure
    .meta({
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
      body: "venue",
      rest: {
        method: "PATCH",
        path: "/organizations/{organization_id}",
        summary: "Changes who an organization is, for its owners",
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND"],
      },
    })
    .input(ChangeOrganization)
    .output(OrganizationView)
    .mutation(({ ctx, input }) => changeOrganization(ctx.core, ctx.actor, input, ctx.lease)),
});
