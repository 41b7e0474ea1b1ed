import * as z from "zod/mini";

const nothing = z.object({});

/** What stands in the way of a booking, or of its tickets; see `errorRegistry`. */
export const bookingErrors = {
  INVOICE_NOT_AVAILABLE: {
    status: 400,
    text: "These seats can't be reserved on invoice. They are still held: pay by card.",
    details: z.object({ cause: z.enum(["organization", "buyer", "seats_of_person", "share_of_hall", "time"]) }),
  },
  PAYMENTS_NOT_READY: {
    status: 400,
    text: "This seller can't be paid by card yet. Nothing was charged.",
    details: z.object({
      organization_id: z.nullable(z.string()),
      state: z.enum(["none", "onboarding", "restricted"]),
    }),
  },
  CANCELLATION_CLOSED: {
    status: 400,
    text: "This booking can no longer be cancelled.",
    details: nothing,
  },
  BOOKING_NOT_FOUND: { status: 404, text: "There is no such booking.", details: nothing },
  BOOKING_ALREADY_CANCELLED: { status: 409, text: "This booking has already been cancelled.", details: nothing },
  BOOKING_NOT_PAID: {
    status: 409,
    text: "This booking is reserved on invoice and not paid yet.",
    details: nothing,
  },
  BOOKING_ALREADY_PAID: { status: 409, text: "This booking has already been paid.", details: nothing },
  TICKET_ALREADY_ADMITTED: {
    status: 409,
    text: "Somebody has gone in with this ticket.",
    details: z.object({
      admitted_at: z.string(),
      gate: z.nullable(z.string()),
      device: z.nullable(z.string()),
    }),
  },
  TICKET_NOT_PAID: { status: 409, text: "This seat is reserved and not paid yet.", details: nothing },
  TICKET_CANCELLED: { status: 409, text: "This ticket is cancelled.", details: nothing },
  TICKET_SUPERSEDED: { status: 409, text: "This ticket was replaced by a newer one.", details: nothing },
  TICKET_WRONG_EVENT: {
    status: 409,
    text: "This ticket is for another event.",
    details: z.object({ event_id: z.string(), name: z.nullable(z.string()) }),
  },
  TICKET_FORGED: { status: 422, text: "This is no ticket of ours.", details: nothing },
} as const satisfies Record<string, { status: number; text: string; details: z.ZodMiniType }>;
