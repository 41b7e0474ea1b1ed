import type { Page } from "@playwright/test";
import { signIn } from "./session";

type Contact = { email?: string };

const reachable: Contact = { email: "buyer@example.com" };

/**
 * Holds seats over REST for this browser, from then on a guest, with an e-mail address unless `contact` has none: for
 * stories that start with a hold. Returns the hold's id.
 */
export async function holdOverRest(
  page: Page,
  { event_id }: { event_id: string },
  seats: readonly string[],
  contact = reachable,
): Promise<string> {
  await becomeGuest(page, contact);
  return holdAgain(page, { event_id }, seats);
}

/** Holds seats as whoever this browser is. Returns the hold's id. */
export async function holdAgain(page: Page, { event_id }: { event_id: string }, seats: readonly string[]) {
  return (await post<{ holding_id: string }>(page, `/api/events/${event_id}/hold`, { seats })).holding_id;
}

/** From then on the browser is that of a guest. */
export async function becomeGuest(page: Page, contact = reachable): Promise<void> {
  const { token } = await post<{ token: string }>(page, "/api/session/guest", contact);
  await signIn(page, token);
}

/** The same, then pays. Returns the ticket's path. */
export async function buyOverRest(
  page: Page,
  concert: { event_id: string },
  seats: readonly string[],
  contact = reachable,
): Promise<string> {
  const holding_id = await holdOverRest(page, concert, seats, contact);
  const payment = { token: "tok_visa" };
  return `/bookings/${(await post<{ booking_id: string }>(page, `/api/${holding_id}/confirm`, { payment })).booking_id}`;
}

async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const response = await page.request.post(path, { data });
  if (!response.ok()) throw new Error(`POST ${path} answered ${response.status()}: ${await response.text()}`);
  return (await response.json()) as T;
}
