import * as z from "zod/mini";
import { bookingErrors } from "./failures.ts";

/** An invalid field of the input; `path` as in `seats.0.row`, "" for the whole body. */
export const Fault = z.object({ path: z.string(), message: z.string() });
export type Fault = z.infer<typeof Fault>;

/** How much of a list an error names: each of thousands of seats may have forty faults. */
export const mostListed = 100;

const nothing = z.object({});
const seats = z.object({ seats: z.array(z.string()) });

/**
 * Every error that a caller can receive: its HTTP status, message and details. The error union, the tRPC mapping,
 * OpenAPI's error lists and docs/errors.md derive from it.
 */
export const errorRegistry = {
  MALFORMED_JSON: { status: 400, text: "The request body is not valid JSON.", details: nothing },
  SALE_CLOSED: {
    status: 400,
    text: "This event is not on sale now.",
    details: z.object({ sales_start: z.nullable(z.string()), sales_end: z.nullable(z.string()) }),
  },
  SEAT_TYPES_UNPRICED: {
    status: 400,
    text: "Every seat type of the venue needs a price.",
    details: z.object({ seat_types: z.array(z.string()) }),
  },
  VENUE_WITHOUT_SEATS: { status: 400, text: "The venue has no seats yet.", details: nothing },
  PAYMENT_DECLINED: {
    status: 400,
    text: "The payment was declined and nothing was charged. Your seats are still held.",
    details: z.object({ reason: z.string(), expires_at: z.string(), attempts_left: z.optional(z.int()) }),
  },
  WEBHOOK_REFUSED: {
    status: 400,
    text: "This webhook has no signature of the payment gateway, or is older than five minutes.",
    details: nothing,
  },
  ...bookingErrors,
  EVENT_STATUS_CONFLICT: {
    status: 409,
    text: "The event's status does not allow this.",
    details: z.object({ status: z.string() }),
  },
  EVENT_WAS_PUBLISHED: {
    status: 409,
    text: "This event was published, so it can't be deleted. Cancel it, or archive it once it is over.",
    details: nothing,
  },
  SIGN_IN_REQUIRED: { status: 401, text: "Sign in, or start as a guest, first.", details: nothing },
  SIGN_IN_REFUSED: {
    status: 401,
    text: "This code or link does not sign in, or does not any more. Ask for a new mail.",
    details: nothing,
  },
  FORBIDDEN: { status: 403, text: "Your role does not allow this.", details: z.object({ role: z.string() }) },
  SUSPENDED: {
    status: 403,
    text: "This account is suspended: nothing can be changed or bought with it until it is resumed.",
    details: nothing,
  },
  ORGANIZATION_NOT_APPROVED: {
    status: 403,
    text: "This organization may prepare events, and publish them once the operator of this site has approved it.",
    details: nothing,
  },
  CROSS_ORIGIN_REFUSED: { status: 403, text: "This request came from another site and was refused.", details: nothing },
  NOT_FOUND: { status: 404, text: "There is nothing here.", details: nothing },
  VENUE_NOT_FOUND: { status: 404, text: "There is no such venue.", details: nothing },
  LAYOUT_NOT_FOUND: { status: 404, text: "There is no such layout.", details: nothing },
  EVENT_NOT_FOUND: { status: 404, text: "There is no such event.", details: nothing },
  HOLDING_NOT_FOUND: { status: 404, text: "There is no such hold.", details: nothing },
  INVITATION_NOT_FOUND: { status: 404, text: "There is no such invitation.", details: nothing },
  ORGANIZATION_NOT_FOUND: { status: 404, text: "There is no such organization.", details: nothing },
  USER_NOT_FOUND: { status: 404, text: "There is no such user.", details: nothing },
  CHECK_IN_NOT_FOUND: { status: 404, text: "There is no such check-in.", details: nothing },
  DOOR_KEY_NOT_FOUND: { status: 404, text: "There is no such door key.", details: nothing },
  SEAT_NOT_FOUND: { status: 404, text: "The event has no such seats.", details: seats },
  SEATS_UNAVAILABLE: {
    status: 409,
    text: "These seats were just taken.",
    details: z.object({ seats: z.array(z.string()), alternatives: z.array(z.array(z.string())) }),
  },
  PRICE_DIFFERS: { status: 409, text: "A booking can only be moved to seats of the same price.", details: seats },
  HOLD_EXPIRED: {
    status: 409,
    text: "The hold has ended. Nothing was charged.",
    details: z.object({ released_by: z.optional(z.literal("organizer")) }),
  },
  HOLD_NOT_EXTENDABLE: { status: 409, text: "A hold can be extended only once.", details: nothing },
  HOLD_LIMIT_REACHED: {
    status: 409,
    text: "You already have two open holds for this event.",
    details: z.object({ holdings: z.array(z.string()) }),
  },
  PAYMENT_IN_PROGRESS: { status: 409, text: "A payment for these seats is under way.", details: nothing },
  REFUND_EXCEEDS_PAID: { status: 409, text: "Less than that is left to refund.", details: z.object({ left: z.int() }) },
  REFUND_CHANGED: {
    status: 409,
    text: "Less would be refunded by now than was shown. Nothing was cancelled.",
    details: z.object({ refund: z.int() }),
  },
  SEATS_REFUNDED: { status: 409, text: "These seats of the booking were refunded already.", details: seats },
  NOTHING_PAID: { status: 409, text: "Nothing was paid for this booking.", details: nothing },
  REFUND_LIMIT: {
    status: 409,
    text: "Parts of a booking can't be refunded more often. Cancel it, which gives back all that is left.",
    details: z.object({ limit: z.int() }),
  },
  DOOR_KEY_LIMIT: {
    status: 409,
    text: "This event can't have more door keys. End one first.",
    details: z.object({ limit: z.int() }),
  },
  EMAIL_TAKEN: { status: 409, text: "There is already an account with this e-mail address.", details: nothing },
  VENUE_BUSY: {
    status: 409,
    text: "Seats are being added to this venue right now. Try again in a moment.",
    details: nothing,
  },
  REVISION_CONFLICT: {
    status: 409,
    text: "This was changed by someone else meanwhile. Look at it again before you change it.",
    details: z.object({ revision: z.int(), changed: z.array(z.string()) }),
  },
  QUOTA_EXCEEDED: {
    status: 409,
    text: "Your account can't have more of these. Whoever runs this site can allow you more.",
    details: z.object({ kind: z.enum(["events", "venues", "seats"]), limit: z.int() }),
  },
  LAST_OWNER: {
    status: 409,
    text: "An organization needs an owner. Make somebody else one first.",
    details: nothing,
  },
  INVITATION_CLOSED: {
    status: 409,
    text: "This invitation was used, or has expired. Ask for a new one.",
    details: nothing,
  },
  ALREADY_MEMBER: {
    status: 409,
    text: "You are a member of this organization already. An owner can give you another role.",
    details: nothing,
  },
  MEMBERSHIP_LIMIT: {
    status: 409,
    text: "Nobody can be a member of more organizations, and no organization can have more members or open invitations.",
    details: z.object({ limit: z.int() }),
  },
  CREATION_RUNNING: {
    status: 409,
    text: "Another large event of yours is being created. Try again once it is there.",
    details: nothing,
  },
  LABEL_TAKEN: {
    status: 409,
    text: "Two seats of a venue can't have the same section, row and seat label.",
    details: z.object({
      seats: z.array(z.object({ section: z.string(), row_label: z.string(), seat_label: z.string() })),
    }),
  },
  DUPLICATE_SEATS: { status: 409, text: "The venue already has these seats.", details: seats },
  IDEMPOTENCY_KEY_IN_USE: {
    status: 409,
    text: "A request with this Idempotency-Key is still running. Try again in a moment.",
    details: nothing,
  },
  BODY_TOO_LARGE: { status: 413, text: "The request body is too large.", details: nothing },
  INVALID_INPUT: { status: 422, text: "The input is not valid.", details: z.object({ faults: z.array(Fault) }) },
  INVALID_CURSOR: { status: 422, text: "The cursor does not belong to this list.", details: nothing },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    text: "This Idempotency-Key was used with a different input before. Use a new key for a new request.",
    details: nothing,
  },
  RATE_LIMITED: { status: 429, text: "Too many requests. Try again in a moment.", details: nothing },
  PROOF_REQUIRED: {
    status: 429,
    text: "Many new people come from your network at the moment. Solve the challenge, or try again later.",
    details: z.object({ retry_after: z.int(), challenge: z.record(z.string(), z.unknown()) }),
  },
  NETWORK_LIMIT: {
    status: 429,
    text: "Too much comes from your network at the moment. Try again a little later.",
    details: z.object({ retry_after: z.int() }),
  },
  EXPORT_LIMIT: {
    status: 429,
    text: "Other files are still being written. Try again in a moment.",
    details: z.object({ retry_after: z.int() }),
  },
  INTERNAL: { status: 500, text: "Something went wrong on our side.", details: z.object({ request_id: z.string() }) },
  UNAVAILABLE: {
    status: 503,
    text: "We can't reach our storage right now. Nothing that was confirmed is lost; try again in a moment.",
    details: nothing,
  },
} as const satisfies Record<string, { status: number; text: string; details: z.ZodMiniType }>;

export type ErrorCode = keyof typeof errorRegistry;
export type Status = (typeof errorRegistry)[ErrorCode]["status"];
export type Details<C extends ErrorCode> = z.infer<(typeof errorRegistry)[C]["details"]>;

/** The error as sent to clients; narrows by `error_code`. */
export type Failure = { [C in ErrorCode]: { error: string; error_code: C; details: Details<C> } }[ErrorCode];

/** Thrown by domain functions. `text` replaces the registry's message where a more specific one helps. */
export class EventlyError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly details: Details<C>;

  constructor(code: C, details: Details<C>, text: string = errorRegistry[code].text, options?: ErrorOptions) {
    super(text, options);
    this.name = "EventlyError";
    this.code = code;
    this.details = details;
  }

  get status(): Status {
    return errorRegistry[this.code].status;
  }

  /** The error that was sent as this failure. */
  static of({ error_code, details, error }: Failure): EventlyError {
    return new EventlyError(error_code, details, error);
  }

  toFailure(): Failure {
    const details = Object.entries(this.details).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? value.slice(0, mostListed) : value,
    ]);
    return { error: this.message, error_code: this.code, details: Object.fromEntries(details) } as Failure;
  }
}

export const isFailure = (error: unknown, code: ErrorCode): boolean =>
  error instanceof EventlyError && error.code === code;
