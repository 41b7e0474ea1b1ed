import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

type Made = Record<"token" | "organization_id" | "venue_id" | "event_id", string>;

/** Somebody who signs up to sell on a site of a story's own, with a venue of one seat and a draft in it. */
export async function openDraft(page: Page, site: string, name: string): Promise<Made> {
  let authorization = {};
  const post = async (path: string, data: object): Promise<Made> => {
    const response = await page.request.post(`${site}/api${path}`, { data, headers: authorization });
    if (!response.ok()) throw new Error(`POST ${path} answered ${response.status()}: ${await response.text()}`);
    return response.json();
  };
  const email = `${randomUUID()}@example.com`;
  const { token, organization_id } = await post("/user", { email, name, role: "organizer" });
  authorization = { authorization: `Bearer ${token}` };
  const hall = { name: "A room", city: "Oslo", seat_types: ["Standard"], timezone: "Europe/Oslo" };
  const { venue_id } = await post("/venue", hall);
  await post(`/venue/${venue_id}/seats`, { seats: [{ row: "A", seat_num: 1, seat_type: "Standard" }] });
  const start_time = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const event = { venue_id, name: "A first evening", start_time, duration: 60, seat_type_prices: { Standard: 1000 } };
  const { event_id } = await post("/events", { ...event, status: "draft" });
  return { token, organization_id, venue_id, event_id };
}
