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
  await sell(organizer, "cash", "B-11");
  await sell(organizer, "cash", "B-11");
  const { booking_id } = (await sell(organizer, "comp", "B-12")).body;
  const move = { seats: [{ from: "B-12", to: "B-14" }] };
  for (const _ of [1, 2]) await call("POST", `/bookings/${booking_id}/move`, { token: organizer, body: move });
  await call("POST", `/bookings/${booking_id}/move`, { token: stranger, body: move });
  await call("POST", `/bookings/${booking_id}/cancel`, { token: organizer, body: { seats: ["B-14"] } });
  await call("DELETE", blocks, { token: organizer, body: { seats: ["B-13"] } });
}
