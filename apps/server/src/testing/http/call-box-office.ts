import type { CheckedCall } from "./check-answers.ts";

type World = { event_id: string; organizer: string; stranger: string };

/** Whatever a box office does over REST, of an event whose seats B-11 to B-14 are free. */
export async function callBoxOffice(
  call: CheckedCall["call"],
  { event_id, organizer, stranger }: World,
): Promise<void> {
  const blocks = `/events/${event_id}/blocks`;
  const seats = ["B-11", "B-12", "B-13", "B-14"];
  await call("DELETE", blocks, { token: organizer, body: { seats } });
  for (const who of [organizer, stranger]) await call("POST", blocks, { token: who, body: { seats, reason: "Press" } });
  for (const who of [organizer, stranger]) await call("GET", blocks, { token: who });
  await call("DELETE", blocks, { token: organizer, body: { seats: ["B-14"] } });
  const sales = `/events/${event_id}/counter-sales`;
  const sell = (who: string, payment: string, seat: string) =>
    call("POST", sales, { token: who, body: { seats: [seat], payment, holder: { name: "Ann" } } });
  await sell(stranger, "cash", "B-11");
  await sell(organizer, "invoice", "B-11");
  const cash = (await sell(organizer, "cash", "B-11")).body;
  await sell(organizer, "cash", "B-11");
  const refunds = `/bookings/${cash.booking_id}/refunds`;
  const wanted = [
    { amount: 1 },
    { amount: 1_000_000 },
    { amount: 0 },
    { seats: ["B-12"] },
    { seats: ["B-11"] },
    { amount: 1 },
  ];
  for (const part of wanted) await call("POST", refunds, { token: organizer, body: { ...part, reason: "Late" } });
  await call("POST", refunds, { token: stranger, body: { amount: 1, reason: "Late" } });
  const { booking_id } = (await sell(organizer, "comp", "B-12")).body;
  const move = { seats: [{ from: "B-12", to: "B-14" }] };
  for (const _ of [1, 2]) await call("POST", `/bookings/${booking_id}/move`, { token: organizer, body: move });
  await call("POST", `/bookings/${booking_id}/move`, { token: stranger, body: move });
  await call("POST", `/bookings/${booking_id}/cancel`, { token: organizer, body: { seats: ["B-14"] } });
  await call("DELETE", blocks, { token: organizer, body: { seats: ["B-13"] } });
}
