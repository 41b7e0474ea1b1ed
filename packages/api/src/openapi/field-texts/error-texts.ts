import type { FieldTexts } from "./field-texts.ts";

export const errorTexts: readonly FieldTexts[] = [
  {
    owners: ["FORBIDDEN.details"],
    fields: { role: "Your role." },
  },
  {
    owners: ["INVALID_INPUT.details"],
    fields: { faults: "What is wrong, field by field; at most 100." },
  },
  {
    owners: ["Fault"],
    fields: {
      path: "The field, as in `seats.0.row`; a header by its name; empty for the whole body.",
      message: "What was expected there.",
    },
  },
  {
    owners: ["EXPORT_LIMIT.details", "NETWORK_LIMIT.details", "PROOF_REQUIRED.details"],
    fields: { retry_after: "Seconds to wait before the next try, as in the header `Retry-After`." },
  },
  {
    owners: ["QUOTA_EXCEEDED.details"],
    fields: {
      kind: "What there would be too many of: upcoming events, venues, or seats in all venues of the account.",
      limit: "How many the account may have.",
    },
  },
  {
    owners: ["PROOF_REQUIRED.details"],
    fields: {
      challenge:
        "A challenge of ALTCHA, version 2, good for two minutes and once: send the request again with base64 of `{challenge, solution}` in the header `X-Proof`.",
    },
  },
  {
    owners: ["REFUND_EXCEEDS_PAID.details"],
    fields: { left: "What is left of what was paid, in the minor unit." },
  },
  {
    owners: ["REFUND_CHANGED.details"],
    fields: { refund: "What would come back now, in the minor unit." },
  },
  {
    owners: ["HOLD_EXPIRED.details"],
    fields: { released_by: "`organizer` where the event's organizer released the seats; absent otherwise." },
  },
  {
    owners: ["INTERNAL.details"],
    fields: { request_id: "The id of this request. Name it when you report the fault." },
  },
  {
    owners: ["SEAT_TYPES_UNPRICED.details"],
    fields: { seat_types: "The types that have no price." },
  },
  {
    owners: ["EVENT_STATUS_CONFLICT.details"],
    fields: { status: "The event's status, or `hidden` where the operator of the site hid it." },
  },
  {
    owners: ["REVISION_CONFLICT.details"],
    fields: {
      revision: "The current revision. Read it anew, and decide again.",
      changed: "The names of the fields that were changed since the revision that you sent.",
    },
  },
  {
    owners: ["SALE_CLOSED.details"],
    fields: {
      sales_start: "When the sale opens; null if that is not the cause.",
      sales_end: "When the sale ends; null if that is not stated.",
    },
  },
  {
    owners: [
      "SEAT_NOT_FOUND.details",
      "SEATS_UNAVAILABLE.details",
      "PRICE_DIFFERS.details",
      "SEATS_REFUNDED.details",
      "DUPLICATE_SEATS.details",
    ],
    fields: {
      seats: "The keys of the seats in question, all of them.",
      alternatives:
        "Free seats that are as good: sets of keys, each of as many seats as were asked for; the best first.",
    },
  },
  {
    owners: ["INVOICE_NOT_AVAILABLE.details"],
    fields: {
      cause:
        "`organization` (it takes no invoices), `buyer` (a guest, or an account whose address is not verified), `seats_of_person` (more than " +
        "10 of this event reserved at a time), `share_of_hall` (more than 20 % of its seats), or `time` (fewer than 14 days before the start).",
    },
  },
  {
    owners: ["PAYMENTS_NOT_READY.details"],
    fields: {
      organization_id: "Who can't be paid by card; null for an event that no organization has yet.",
      state:
        "How far its account is: `none`, `onboarding` while an owner has to fill in what it needs, or `restricted`.",
    },
  },
  {
    owners: ["LABEL_TAKEN.details"],
    fields: { seats: "The labels that two seats would have." },
  },
  {
    owners: ["HOLD_LIMIT_REACHED.details"],
    fields: { holdings: "The ids of your open holds." },
  },
  {
    owners: ["PAYMENT_DECLINED.details"],
    fields: {
      reason: "Why, as the gateway says, such as `card_declined`.",
      expires_at: "Until when the seats are still held.",
      attempts_left: "How often payment may still be tried; 0 once the seats were released.",
    },
  },
];
