import type { BothProtocols, Somebody } from "./open-both-protocols.ts";

type World = { buyer: Somebody; organizer: Somebody; event_id: unknown };

/** Whatever a box office does, by who may and who may not, of an event whose seats are free. */
export async function askOfBoxOffice({ ask }: BothProtocols, { buyer, organizer, event_id }: World): Promise<void> {
  const own = { event_id, seats: ["A-5"] };
  for (const who of [buyer, organizer, organizer]) await ask("boxOffice.block", who, { ...own, reason: "Press" });
  for (const who of [buyer, organizer]) await ask("boxOffice.blocks", who, { event_id, limit: 1 });
  for (const who of [buyer, organizer, organizer]) await ask("boxOffice.release", who, own);
  const sale = { ...own, payment: "comp", holder: { name: "Ann" } };
  await ask("boxOffice.sell", buyer, sale);
  const { body } = await ask("boxOffice.sell", organizer, sale);
  const move = { booking_id: body?.booking_id, seats: [{ from: "A-5", to: "A-6" }] };
  for (const who of [buyer, organizer, organizer]) await ask("boxOffice.move", who, move);
  const cash = await ask("boxOffice.sell", organizer, { ...sale, payment: "cash" });
  const refund = { booking_id: cash.body?.booking_id, reason: "The view is restricted" };
  for (const who of [buyer, organizer]) await ask("boxOffice.refund", who, { ...refund, amount: 1 });
  await ask("boxOffice.refund", organizer, { ...refund, seats: ["A-5"] });
  await ask("booking.cancel", organizer, { booking_id: body?.booking_id, seats: ["A-6"] });
}
