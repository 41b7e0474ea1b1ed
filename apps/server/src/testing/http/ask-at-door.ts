import type { BothProtocols, Somebody } from "./open-both-protocols.ts";

type World = { buyer: Somebody; organizer: Somebody; booking_id: unknown };

/** One goes in with a ticket, and out again; somebody without an account stands at the door. */
export async function askAtDoor(protocols: BothProtocols, { buyer, organizer, booking_id }: World): Promise<void> {
  const { ask } = protocols;
  const { items } = (await ask("booking.tickets", buyer, { booking_id })).body as { items: { code: string }[] };
  const code = items[0]?.code;
  const { event_id } = (await ask("booking.get", buyer, { booking_id })).body as { event_id: string };
  const at = "2026-01-01T00:00:00.000Z";
  for (const who of [buyer, organizer]) await ask("door.checkIn", who, { event_id, code, at, device: "two" });
  await ask("door.checkIn", organizer, { event_id, code, gate: "North" });
  await ask("door.checkIn", organizer, { event_id, code: "E1.nothing" });
  await ask("door.checkIn", organizer, { event_id, code, scans: [{ code }] });
  await ask("door.checkIn", organizer, { event_id, scans: [{ code, at, device: "one" }, { code: 1 }] });
  for (const name of ["door.list", "door.sheet", "door.printed"])
    for (const who of [organizer, buyer]) await ask(name, who, { event_id });
  const { body } = await ask("door.list", organizer, { event_id, conflicts: "true", limit: 1 });
  const [seat] = (body as { items: { entries: { check_in_id: string }[] }[] }).items;
  for (const { check_in_id } of seat?.entries ?? [])
    for (const who of [buyer, organizer]) await ask("door.undo", who, { event_id, check_in_id });
  await askWithKey(protocols, { buyer, organizer }, event_id);
}

async function askWithKey(
  { ask }: BothProtocols,
  { buyer, organizer }: Omit<World, "booking_id">,
  event_id: string,
): Promise<void> {
  const { end_time: until } = (await ask("event.get", null, { event_id })).body as { end_time: string };
  const wanted = { event_id, name: "North door", until };
  await ask("doorKey.make", buyer, wanted);
  await ask("doorKey.make", organizer, { ...wanted, until: "2026-01-01T00:00:00.000Z" });
  const { bodies } = await ask("doorKey.make", organizer, wanted);
  const holder = { rest: String(bodies.rest?.key), trpc: String(bodies.trpc?.key) };
  for (const who of [buyer, organizer]) await ask("doorKey.list", who, { event_id });
  for (const name of ["door.list", "doorKey.list", "booking.listSold"]) await ask(name, holder, { event_id });
  await ask("door.sheet", holder, { event_id: "event-99999" });
  const named = (world: keyof typeof bodies) => ({ event_id, door_key_id: bodies[world]?.door_key_id });
  for (const who of [buyer, organizer, organizer]) await ask("doorKey.end", who, named);
  await ask("door.list", holder, { event_id });
}
