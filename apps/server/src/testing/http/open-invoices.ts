import { newEvent, type TestApp } from "./open-app.ts";

type World = { organizer: string; venue_id: string; event?: object };

/** An organizer's event in sixty days, whose organization takes invoices from now on. */
export async function openInvoices(
  { call, core }: Pick<TestApp, "call" | "core">,
  { organizer: token, venue_id, event = {} }: World,
): Promise<{ event_id: string }> {
  const venue = (await call("GET", `/venue/${venue_id}`, { token })).body;
  const path = `/organizations/${venue.organization_id}`;
  await call("PATCH", path, { token, body: { payment_methods: ["card", "invoice"] } });
  const start_time = new Date((core.clock() + 60 * 86_400) * 1000).toISOString();
  const body = { ...newEvent({ core }, venue_id), start_time, ...event };
  return { event_id: String((await call("POST", "/events", { token, body })).body.event_id) };
}
