import { EventlyError } from "../errors.ts";
import type { OrganizationId } from "../ids.ts";
import type { PaymentAccount } from "./payment.ts";

const saleText =
  "This organization can't be paid by card yet, so nothing with a price goes on sale. Its owners can set up its payments.";

/** The refusal to put something with a price on sale, or as `text` says, while its seller can't be paid by card. */
export function notReady(
  organization_id: OrganizationId | null,
  account: PaymentAccount | null,
  text = saleText,
): EventlyError<"PAYMENTS_NOT_READY"> {
  // Enabled by now: it was not yet when that was decided.
  const state = account?.state === "enabled" ? "restricted" : (account?.state ?? "none");
  return new EventlyError("PAYMENTS_NOT_READY", { organization_id, state }, text);
}
