import "server-only";
import type { HoldingView } from "@evently/core/hold";
import type { HoldingId } from "@evently/core/ids";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { BookedEvent } from "~/features/booking/find-booked-event";
import { findBookedEvent } from "~/features/booking/find-booked-event";
import { findFailure, findFailureOf } from "~/trpc/failure";
import { getApi } from "~/trpc/server";
import type { PayWith } from "../payment/pay-with";

/**
 * `email` is where the ticket goes; `hasAccount` tells that whoever asks has an account, whose own is changed there;
 * `payWith` with what the page pays.
 */
export type Order = {
  hold: HoldingView;
  event: BookedEvent;
  email: string | null;
  hasAccount: boolean;
  payWith: PayWith;
};

const notFoundCodes = new Set(["HOLDING_NOT_FOUND", "SIGN_IN_REQUIRED", "INVALID_INPUT", "EVENT_NOT_FOUND"]);

/**
 * Everything a checkout shows, in the visitor's name, fetched once per request; what failed where it can't be read right now.
 * The site's 404 for an id that leads nowhere, or to another's hold.
 */
export const findOrder = cache(async (holding_id: string): Promise<Order | { error: unknown }> => {
  const order = await readOrder(holding_id as HoldingId).catch((error: unknown) => ({ error }));
  if ("error" in order && notFoundCodes.has(findFailure(order.error)?.error_code ?? "")) notFound();
  return order;
});

async function readOrder(holding_id: HoldingId): Promise<Order> {
  const api = getApi();
  const [hold, { email }, payWith, user] = await Promise.all([
    api.hold.get.query({ holding_id }),
    api.hold.contact.query({ holding_id }),
    api.hold.payment.query({ holding_id }).catch(orNotReady),
    api.session.get.query(),
  ]);
  const hasAccount = user !== null && user.role !== "guest";
  return { hold, event: await findBookedEvent(hold.event_id), email, hasAccount, payWith };
}

/** Where nobody can be paid by card the checkout says so; the seller may take invoices as well. */
function orNotReady(error: unknown): null {
  if (findFailureOf(error, "PAYMENTS_NOT_READY")) return null;
  throw error;
}
