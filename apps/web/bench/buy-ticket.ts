import type { BrowserContext } from "@playwright/test";

/** Buys two seats in the browser's own session, through the site. Returns the ticket's path. */
export async function buyTicket({ request }: BrowserContext, site: string, event_id: string): Promise<string> {
  async function post(path: string, data: unknown): Promise<Record<string, unknown>> {
    // The API sets a session cookie only for requests from the site's origin.
    const answer = await request.post(`${site}/api${path}`, { data, headers: { origin: site } });
    if (!answer.ok()) throw new Error(`POST ${path} answered ${answer.status()}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  }
  const list = await request.get(`${site}/api/events/${event_id}/seats?seat_state=available`);
  const { items } = (await list.json()) as { items: { seat_pos: string }[] };
  await post("/session/guest", {});
  const held = await post(`/events/${event_id}/hold`, { seats: items.slice(0, 2).map(({ seat_pos }) => seat_pos) });
  const { booking_id } = await post(`/${held.holding_id}/confirm`, { payment: { token: "tok_visa" } });
  return `/bookings/${booking_id}`;
}
