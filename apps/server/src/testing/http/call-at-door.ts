import type { CheckedCall } from "./check-answers.ts";

type Door = { event_id: string; organizer: string; buyer: string; booking_id: string };

/** All that an event's organizer does with the ticket of A-9 at its door, and what is refused there. */
export async function callAtDoor(
  call: CheckedCall["call"],
  { event_id, organizer, buyer, booking_id }: Door,
): Promise<void> {
  const tickets = `/bookings/${booking_id}/tickets`;
  await call("GET", tickets, { token: organizer });
  for (const token of [buyer, organizer]) await call("POST", `${tickets}/A-9/reissue`, { token });
  await call("POST", `${tickets}/A-8/reissue`, { token: organizer });
  for (const token of [buyer, organizer]) await call("POST", `/bookings/${booking_id}/mail`, { token });
  const listed = (await call("GET", tickets, { token: buyer })).body as { items: { code: string }[] };
  const [{ code } = { code: "" }] = listed.items;
  const path = `/events/${event_id}/check-ins`;
  const send = (body: object) => call("POST", path, { token: organizer, body });
  const { check_in_id } = (await send({ code: code, gate: "North", device: "one" })).body;
  for (const body of [
    ...[{ code: code }, { code: "E1.nothing" }, {}],
    { seat_pos: "A-14", reason: "The phone is broken" },
    { scans: [{ code: code, device: "two" }, { code: "E1.nothing" }] },
  ])
    await send(body);
  await call("POST", path, { token: buyer, body: { code: code } });
  await call("GET", `${path}?conflicts=true&limit=1`, { token: organizer });
  for (const file of ["door", "door-list?sort=seat"])
    await call("GET", `/events/${event_id}/${file}`, { token: organizer });
  const keys = `/events/${event_id}/door-keys`;
  const { end_time: until } = (await call("GET", `/events/${event_id}`)).body;
  const { door_key_id, key } = (await call("POST", keys, { token: organizer, body: { name: "North", until } })).body;
  await call("GET", keys, { token: organizer });
  await call("GET", `${path}?limit=1`, { token: String(key) });
  for (const _ of [1, 2]) await call("DELETE", `${keys}/${door_key_id}`, { token: organizer });
  await call("GET", path, { token: String(key) });
  for (const _ of [1, 2]) await call("DELETE", `${path}/${check_in_id}`, { token: organizer });
  await call("DELETE", `${path}/check-in-1.A-1.${"x".repeat(16)}`, { token: organizer });
}
