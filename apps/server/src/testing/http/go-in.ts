/** Answers the body of the response, which has to have the stated status. */
type Ask = (
  stated: number,
  method: string,
  path: string,
  sent: { token: string; body?: object },
) => Promise<Record<string, unknown>>;

type Who = { booking_id: unknown; token: string; organizer: string };

/** One goes in with a ticket, is refused the second time, and goes out again. */
export async function goIn(body: Ask, event_id: unknown, { booking_id, token, organizer }: Who): Promise<void> {
  const door = { token: organizer };
  const tickets = await body(200, "GET", `/bookings/${booking_id}/tickets`, { token });
  const [ticket] = tickets.items as { code: string }[];
  await body(202, "POST", `/bookings/${booking_id}/mail`, door);
  const path = `/events/${event_id}/check-ins`;
  const { check_in_id } = await body(200, "POST", path, { ...door, body: { code: ticket?.code } });
  await body(409, "POST", path, { ...door, body: { code: ticket?.code } });
  await body(200, "GET", path, door);
  await body(200, "GET", `/events/${event_id}/door`, door);
  await body(200, "GET", `/events/${event_id}/door-list`, door);
  await body(204, "DELETE", `${path}/${check_in_id}`, door);
  const keys = `/events/${event_id}/door-keys`;
  const key = { name: "North door", until: new Date(Date.now() + 3_600_000).toISOString() };
  const { door_key_id, key: opens } = await body(201, "POST", keys, { ...door, body: key });
  await body(200, "GET", keys, door);
  await body(200, "GET", path, { token: String(opens) });
  await body(204, "DELETE", `${keys}/${door_key_id}`, door);
  await body(401, "GET", path, { token: String(opens) });
}
