import type { PaymentClient } from "@evently/core/payment";

/** With what the page of a hold pays by card; null while its seller can't be paid so. */
export type PayWith = PaymentClient | null;
