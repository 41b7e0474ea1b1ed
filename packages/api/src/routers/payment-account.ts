import { OrganizationId } from "@evently/core/ids";
import { PaymentAccountView } from "@evently/core/payment";
import { getPaymentAccount } from "@evently/core/payment-account/get-payment-account";
import { Onboard, onboardSeller } from "@evently/core/payment-account/onboard-seller";
import * as z from "zod/mini";
import { actorProcedure } from "../trpc.ts";

/** Where an organization is paid. */
export const paymentAccountProcedures = {
  paymentAccount: actorProcedure
    .meta({
      access: "owner of organization",
      scope: null,
      rest: {
        method: "GET",
        path: "/organizations/{organization_id}/payment-account",
        summary: "Where an organization is paid, and whether it can be yet, for its owners",
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND"],
      },
    })
    .input(z.strictObject({ organization_id: OrganizationId }))
    .output(PaymentAccountView)
    .query(({ ctx, input }) => getPaymentAccount(ctx.core, ctx.actor, input)),

  onboard: actorProcedure
    .meta({
      access: "owner of organization",
      scope: null,
      answersSecret: true,
      rest: {
        method: "POST",
        path: "/organizations/{organization_id}/payment-account",
        summary: "Makes an organization's account for payments, and a link to fill in what it needs, for its owners",
        errors: ["FORBIDDEN", "ORGANIZATION_NOT_FOUND", "ORGANIZATION_NOT_APPROVED"],
      },
    })
    .input(Onboard)
    .output(PaymentAccountView)
    .mutation(({ ctx, input }) => onboardSeller(ctx.core, ctx.actor, input, ctx.siteOrigin)),
};
