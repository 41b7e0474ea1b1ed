import type { BookingMailKind } from "../mail/mail.ts";
import type { Booking } from "./booking.ts";

type Reserved = Pick<Booking, "invoice">;

/** Whether a booking was ever a sale: seats reserved on invoice are none before they are paid for. */
export const isSale = ({ invoice }: Reserved): boolean => invoice === undefined || invoice.paid_at !== null;

/** When it became a sale: what was reserved on invoice when that was paid. */
export const soldAt = ({ booking_date, invoice }: Pick<Booking, "booking_date" | "invoice">): string =>
  invoice?.paid_at ?? booking_date;

/** Whether its buyer paid an invoice, so that only the seller can give the money back. */
export const isPaidOnInvoice = ({ invoice }: Reserved): boolean => invoice !== undefined && invoice.paid_at !== null;

/** The mail that tells somebody of a booking of theirs, once more. */
export const mailOf = ({ state }: Pick<Booking, "state">): BookingMailKind =>
  state === "awaiting_payment" ? "booking-reserved" : "booking-confirmed";

/** When it has to be paid, and was; nothing of what was not reserved on invoice. */
export const showInvoice = ({ invoice }: Reserved): { due_at?: string; paid_at?: string } => ({
  ...(invoice ? { due_at: invoice.due_at } : {}),
  ...(invoice?.paid_at ? { paid_at: invoice.paid_at } : {}),
});

/** How many seats may await payment: of an event in all, and of one person. */
export type MostAwaiting = { ofEvent: number; ofPerson: number };
