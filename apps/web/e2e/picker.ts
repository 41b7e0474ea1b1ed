import { expect, type Locator, type Page, test } from "@playwright/test";

/** The seat on the map named "Row C, seat 5", in a hall of several sections "Balcony, Row C, seat 5". */
export function seatOn(page: Page, name: string): Locator {
  return page.getByRole("gridcell", { name: new RegExp(`^(.+, )?${name},`) });
}

/** Taps or clicks, depending on the project. */
export function press(target: Locator): Promise<void> {
  return test.info().project.use.hasTouch ? target.tap() : target.click();
}

/** A notice of the picker next to the map; announcements are elsewhere in the page. */
export function noticeIn(page: Page, text: string | RegExp): Locator {
  return page.getByRole("complementary", { name: "Your seats" }).getByText(text);
}

/** Opens the event's page and waits for its map. */
export async function openEvent(page: Page, { event_id }: { event_id: string }): Promise<void> {
  await page.goto(`/events/${event_id}`);
  await expect(page.getByRole("grid", { name: "Seats" })).toBeVisible();
}

/** Selects a seat. Where seats are too small to tap, the first tap zooms in. */
export async function pickSeat(page: Page, name: string): Promise<void> {
  const seat = seatOn(page, name);
  const widthBefore = await widthOf(seat);
  await press(seat);
  await expect(async () =>
    expect((await isSelected(seat)) || (await widthOf(seat)) > widthBefore * 1.1).toBe(true),
  ).toPass();
  if (!(await isSelected(seat))) await press(seat);
  await expect(seat).toHaveAccessibleName(/available, selected/);
}

/** Holds the selection and waits until the seats are held. */
export async function holdSeats(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: /^(Hold (seats?|again)|Check again)$/ }));
  await expect(page.getByRole("region", { name: "Seats held for you" })).toBeVisible();
}

async function isSelected(seat: Locator): Promise<boolean> {
  return (await seat.getAttribute("aria-selected")) === "true";
}

async function widthOf(seat: Locator): Promise<number> {
  return (await seat.boundingBox())?.width ?? 0;
}
