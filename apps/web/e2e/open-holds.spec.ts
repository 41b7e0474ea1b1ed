import type { Page } from "@playwright/test";
import { becomeGuest, holdOverRest } from "./guest";
import { readShifts, watchShifts } from "./layout-shift";
import { listHydrated } from "./listing";
import { holdSeats, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

const chipOf = (page: Page) => page.getByRole("banner").getByRole("link", { name: /^2 seats held \d:\d\d$/ });

test("what is held shows on every other page, without moving it, and leads to the checkout", async ({
  page,
  concert,
  organizer,
}) => {
  await organizer.untilListed(concert);
  await openEvent(page, concert);
  await pickSeat(page, "Row C, seat 2");
  await pickSeat(page, "Row C, seat 3");
  await holdSeats(page);
  await expect(chipOf(page)).toBeHidden();
  await watchShifts(page);
  for (const path of ["/", "/bookings", "/organizer"]) {
    await page.goto(path);
    await expect(chipOf(page)).toBeVisible();
    expect(await readShifts(page)).toBeLessThanOrEqual(0.02);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  await press(chipOf(page));
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  await expect(chipOf(page)).toBeHidden();
  await press(page.getByRole("button", { name: "Release these seats" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Release seats" }));
  await expect(page).toHaveURL(new RegExp(`/events/${concert.event_id}`));
  await page.goto("/");
  await listHydrated(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("evently.held"))).toBeNull();
  await expect(chipOf(page)).toBeHidden();
});

test("a hold of another tab shows too", { tag: "@one-size" }, async ({ page, concert, context }) => {
  await page.goto("/");
  await listHydrated(page);
  const second = await context.newPage();
  await second.goto(`/checkout/${await holdOverRest(page, concert, ["B-1", "B-2"])}`);
  await expect(chipOf(page)).toBeVisible();
});

test("the selection survives a reload and the way back, without what others took", { tag: "@one-size" }, async ({
  page,
  concert,
  meetVisitor,
}) => {
  await openEvent(page, concert);
  for (const seat of ["Row F, seat 4", "Row F, seat 5"]) await pickSeat(page, seat);
  await page.reload();
  for (const seat of ["Row F, seat 4", "Row F, seat 5"])
    await expect(seatOn(page, seat)).toHaveAccessibleName(/available, selected/);
  await page.goto("/");
  await holdOverRest(await meetVisitor(), concert, ["F-5"]);
  await page.goBack();
  await expect(seatOn(page, "Row F, seat 4")).toHaveAccessibleName(/available, selected/);
  await expect(page.getByText(/Row F, seat 5 was just taken/).first()).toBeVisible();
});

test("whoever lost their cookies holds seats as a new guest", { tag: "@one-size" }, async ({
  page,
  concert,
  context,
  monitor,
}) => {
  monitor.expect("401 /api/trpc/hold.place");
  await becomeGuest(page);
  const known = page.waitForResponse(/session\.get/);
  await openEvent(page, concert);
  await (await known).finished();
  await pickSeat(page, "Row G, seat 4");
  await context.clearCookies();
  await holdSeats(page);
});
