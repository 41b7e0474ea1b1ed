import { expect, type Locator, type Page } from "@playwright/test";
import type { Organizer } from "./organizer";
import { press } from "./picker";

type Code = { code: string; seat_pos: string };

/** The codes of a booking's tickets, as its buyer has them. */
export async function listCodes(buyer: Page, path: string): Promise<string[]> {
  const { items } = (await (await buyer.request.get(`/api${path}/tickets`)).json()) as { items: Code[] };
  return items.map(({ code }) => code);
}

export const ticketField = (page: Page): Locator => page.getByRole("textbox", { name: "Code, name or seat" });

/** Opens the door of an event as its organizer. */
export async function openDoor(page: Page, host: Organizer, event_id: string): Promise<void> {
  await host.signIn(page);
  await page.goto(`/door/${event_id}`);
  await expect(ticketField(page)).toBeEditable();
}

/** Types a code, and checks it by the return key. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await ticketField(page).fill(code);
  await ticketField(page).press("Enter");
}

/** The same code with another version, which nobody signed. */
export const forge = (code: string): string => code.replace(/\.1\.([\w-]{86})$/, ".2.$1");

/** What the last scan came to. */
export const answerOf = (page: Page, result: string): Locator => page.locator(`[data-result=${result}]`);

/** Finds a seat, and lets whoever has booked it in without a code. */
export async function letInByHand(page: Page, seat: string, reason: string): Promise<void> {
  await ticketField(page).fill(seat);
  await press(page.getByRole("button", { name: new RegExp(`^By hand .*${seat}$`, "i") }));
  const dialog = page.getByRole("dialog", { name: "Let in by hand" });
  await dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
  await press(dialog.getByRole("button", { name: "Let in", exact: true }));
}
