import { EventId } from "@evently/core/ids";

/** A response of the API; `status` 0 if the connection broke and the outcome is unknown. */
export type Reply = { status: number; body: Record<string, unknown> };

const timeoutMs = 240_000;
/** Seats added to a venue per request. */
const mostAdded = 10_000;

export type Ask = { token?: string; body?: unknown };

export async function askApi(origin: string, method: string, path: string, { token, body }: Ask = {}): Promise<Reply> {
  try {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  } catch {
    return { status: 0, body: {} };
  }
}

export async function startGuest(origin: string): Promise<string | null> {
  const { status, body } = await askApi(origin, "POST", "/session/guest", {});
  return status === 201 ? String(body.token) : null;
}

/** Creates an organizer's event with `rows` rows of `perRow` seats at 4500 over HTTP; returns its id. */
export async function openSaleAt(origin: string, rows: number, perRow: number): Promise<EventId> {
  return (await openOwnSale(origin, rows, perRow)).event_id;
}

/** The same, with the organizer's token. */
export async function openOwnSale(
  origin: string,
  rows: number,
  perRow: number,
): Promise<{ event_id: EventId; token: string }> {
  const email = `organizer-${Math.random().toString(36).slice(2)}@example.org`;
  const token = String((await must(origin, "/user", undefined, { email, role: "organizer" })).token);
  const { venue_id } = await must(origin, "/venue", token, { name: "Hall", city: "Oslo", seat_types: ["Stalls"] });
  const seats = Array.from({ length: rows * perRow }, (_, i) => ({
    row: String.fromCharCode(65 + Math.floor(i / perRow)),
    seat_num: (i % perRow) + 1,
    seat_type: "Stalls",
  }));
  for (let from = 0; from < seats.length; from += mostAdded)
    await must(origin, `/venue/${venue_id}/seats`, token, { seats: seats.slice(from, from + mostAdded) });
  const start_time = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const event = { venue_id, name: "Concert", start_time, duration: 90, seat_type_prices: { Stalls: 4500 } };
  return { event_id: EventId.parse((await must(origin, "/events", token, event)).event_id), token };
}

/** The created record. Throws with the response if creating it failed. */
export async function must(origin: string, path: string, token: string | undefined, body: unknown) {
  const reply = await askApi(origin, "POST", path, { body, ...(token ? { token } : {}) });
  if (reply.status !== 201) throw new Error(`POST ${path} answered ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}
