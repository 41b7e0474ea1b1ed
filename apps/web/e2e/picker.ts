import { expect, type Locator, type Page, test } from "@playwright/test";

/** The seat on the map that the page calls "Row C seat 5". */
export function seatOn(page: Page, name: string): Locator {
  return page.getByRole("gridcell", { name: new RegExp(`^${name},`) });
}

/** Presses the way the project's people do: with a finger or with a mouse. */
export function press(target: Locator): Promise<void> {
  return test.info().project.use.hasTouch ? target.tap() : target.click();
}

/** What the picker tells beside the map; what is only said aloud stands elsewhere in the page. */
export function noticeIn(page: Page, text: string | RegExp): Locator {
  return page.getByRole("complementary", { name: "Your seats" }).getByText(text);
}

/** Opens the event's page and waits for its map. */
export async function openEvent(page: Page, { event_id }: { event_id: string }): Promise<void> {
  await page.goto(`/events/${event_id}`);
  await expect(page.getByRole("grid", { name: "Seats" })).toBeVisible();
}

/** Selects a seat. Where the seats are small under a finger, the first tap brings the map nearer. */
export async function pickSeat(page: Page, name: string): Promise<void> {
  const seat = seatOn(page, name);
  const before = await widthOf(seat);
  await press(seat);
  await expect(async () => expect((await isChosen(seat)) || (await widthOf(seat)) > before * 1.1).toBe(true)).toPass();
  if (!(await isChosen(seat))) await press(seat);
  await expect(seat).toHaveAccessibleName(/available, selected/);
}

/** Holds what is selected, and waits until the seats are held. */
export async function holdSeats(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: /^Hold (seats?|again)$/ }));
  await expect(page.getByRole("region", { name: "Seats held for you" })).toBeVisible();
}

async function isChosen(seat: Locator): Promise<boolean> {
  return (await seat.getAttribute("aria-selected")) === "true";
}

async function widthOf(seat: Locator): Promise<number> {
  return (await seat.boundingBox())?.width ?? 0;
}
