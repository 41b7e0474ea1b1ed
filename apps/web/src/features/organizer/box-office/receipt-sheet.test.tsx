import type { OwnBookingView } from "@evently/core/booking";
import type { EventPage } from "@evently/core/event";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ReceiptSheet } from "./receipt-sheet";

const event = {
  ...{ event_id: "event-00001", name: "Tosca", venue_name: "Opera", city: "Oslo", timezone: "Europe/Oslo" },
  ...{ start_time: "2027-01-14T18:30:00.000Z", end_time: "2027-01-14T21:30:00.000Z", duration: 180 },
} as unknown as EventPage;
const seller = {
  ...{ organization_id: "organization-00001", name: "Opera", legal_name: "Opera AS", address: "1 Main Street" },
  ...{ contact_email: null, vat_id: "NO 1", terms_url: null, privacy_url: null },
};
const booking = {
  ...{ booking_id: "booking-00042", event_id: "event-00001", booking_date: "2026-11-22T05:04:19.123000042Z", seller },
  ...{ lines: [], seats: [], total: 4500, currency: "NOK", state: "confirmed", refund: null, payment_status: "cash" },
  ...{ refunds: [], refunded: 0 },
} as unknown as OwnBookingView;

const show = (part: Partial<OwnBookingView>) =>
  renderToStaticMarkup(
    <ReceiptSheet event={event} booking={{ ...booking, ...part }} origin="https://tickets.example" />,
  );

it("a receipt says who sold", () => {
  for (const fact of ["Opera AS", "1 Main Street", "NO 1"]) expect(show({})).toContain(fact);
  expect(show({ seller: null })).not.toContain("Opera AS");
});

it("a booking of another event than the page's has no receipt there", () => {
  expect(() => show({ event_id: "event-00002" as OwnBookingView["event_id"] })).toThrow("404");
});

it("a receipt says what was given back of the price, and why", () => {
  const refund = { refund_id: "refund-1", amount: 1_500, reason: "Illness", state: "done" as const };
  const receipt = show({
    refunds: [{ ...refund, seats: [], labels: [], at: "2026-11-23T08:00:00.000Z" }],
    refunded: 1_500,
    currency: "EUR",
  });
  for (const fact of ["Illness", "€15 of €45 is refunded, €30 stays paid."]) expect(receipt).toContain(fact);
  expect(show({})).not.toContain("Refunds");
});
