import { randomUUID } from "node:crypto";
import type { Page, Route } from "@playwright/test";
import type { Concert, Organizer } from "./organizer";
import {
  becomeOrganizer,
  createEvent,
  createVenue,
  drawVenue,
  expectVenue,
  uploadSeats,
  venue,
} from "./organizer-forms";
import { holdSeats, openEvent, pickSeat, press } from "./picker";
import { expect, test } from "./story";

const evening = () => `An evening of duos ${randomUUID().slice(0, 8)}`;

test("a new organizer creates a venue and an event, and a visitor holds a seat", async ({ page, meetVisitor }) => {
  await becomeOrganizer(page);
  await createVenue(page);
  await expect(page.getByRole("definition")).toHaveText(["160", "40", "200"]);
  await expect(page.getByRole("gridcell")).toHaveCount(200);
  const name = evening();
  const event_id = await createEvent(page, name);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const visitor = await meetVisitor();
  await openEvent(visitor, { event_id });
  await expect(visitor.getByRole("heading", { level: 1, name })).toBeVisible();
  await pickSeat(visitor, "Row A, seat 5");
  await holdSeats(visitor);
});

test("the forms show faults at their fields, focus the first one, and lose nothing", { tag: "@one-size" }, async ({
  page,
  host,
}) => {
  await host.signIn(page);
  await page.goto("/organizer/venues/new");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await press(page.getByRole("button", { name: "Create venue" }));
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription("Enter the venue’s name.");
  await name.fill("A hall of one’s own");
  await page.getByRole("textbox", { name: "City" }).fill("Oslo");
  await page.getByRole("textbox", { name: "Seats per row" }).fill("10");
  await page.getByRole("textbox", { name: "Last row" }).fill("?");
  await press(page.getByRole("button", { name: "Create venue" }));
  await expect(page.getByRole("textbox", { name: "Last row" })).toBeFocused();
  await press(page.getByRole("button", { name: "Undo" }));
  await expect(page.getByRole("textbox", { name: "Last row" })).toHaveValue("H");
  await page.reload();
  await expect(name).toHaveValue("A hall of one’s own");

  await uploadSeats(page, "seats.csv", "row,seat,category\nY,1,Standard\nY,,Standard\nY,2,Loge\nA,1,Standard");
  const faults = page.getByRole("region", { name: "Lines with errors" }).getByRole("listitem");
  await expect(faults).toHaveText([/^Line 3: there is no seat number/, /^Line 5: the hall has Row A, seat 1 already/]);
  await press(page.getByRole("button", { name: "Add 2 seats without these 2 lines" }));
  await expect(page.getByText("82 seats: 81 Standard, 1 Loge")).toBeVisible();
  await press(page.getByRole("button", { name: "Create venue" }));
  await expect(page.getByRole("heading", { level: 1, name: "A hall of one’s own" })).toBeVisible();

  await press(page.getByRole("link", { name: "Create event here" }));
  await press(page.getByRole("button", { name: "Publish now" }));
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
  const price = page.getByRole("textbox", { name: "Loge" });
  await expect(price).toHaveAccessibleDescription("Enter a price; 0 is free.");
  await page.getByRole("textbox", { name: "Standard" }).fill("10.50");
  await price.fill("0");
  await expect(page.getByRole("definition")).toHaveText(["US$510.30", "US$680.40", "US$850.50"]);
});

test("lost answers create nothing twice", { tag: "@one-size" }, async ({ page, host, monitor }) => {
  monitor.expect("net::ERR_FAILED /api/trpc/venue.create", "net::ERR_FAILED /api/trpc/venue.addSeats");
  await host.signIn(page);
  await drawVenue(page);
  for (const call of ["venue.create", "venue.addSeats"]) await loseAnswer(page, call);
  await press(page.getByRole("button", { name: "Create venue" }));
  await expect(page.getByText("We could not reach Evently.")).toBeVisible();
  await press(page.getByRole("button", { name: "Send again" }));
  await expect(page.getByText("The venue is saved with 0 of its 200 seats.")).toBeVisible();
  await press(page.getByRole("button", { name: "Send again" }));
  await expectVenue(page);
  await expect(page.getByRole("definition")).toHaveText(["160", "40", "200"]);
  await page.goto("/organizer/venues");
  await expect(page.getByRole("link", { name: venue.name })).toHaveCount(1);
});

test("an open page follows a sale that opens, pauses, resumes and is cancelled", {
  tag: "@one-size",
}, async ({ page, host, meetVisitor }) => {
  await host.signIn(page);
  const visitor = await meetVisitor();
  const { event_id } = await openBeforeSale(visitor, host);
  await visitor.evaluate(() => document.body.setAttribute("data-same-page", ""));
  await expect(visitor.getByRole("heading", { name: "Choose your seats" })).toBeVisible();
  await expect(visitor.getByText(/^Sale opens /)).toBeHidden();
  await pickSeat(visitor, "Row C, seat 5");
  await holdSeats(visitor);

  await page.goto(`/organizer/events/${event_id}`);
  await change(page, "Pause sales", "Pause sales");
  await expect(visitor.getByText("The sale is paused")).toBeVisible();
  await change(page, "Resume sales", "Resume sales");
  await expect(visitor.getByText("The sale is paused")).toBeHidden();
  await change(page, "Cancel event", "Cancel event");
  await expect(visitor.getByText("This event is cancelled")).toBeVisible();
  await expect(visitor.locator("body")).toHaveAttribute("data-same-page");
});

/** Lets the next call of this name reach the API and drops its answer. */
async function loseAnswer(page: Page, call: string): Promise<void> {
  const lose = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route(`**/api/trpc/${call}*`, lose, { times: 1 });
}

/**
 * Opens an event's page shortly before its sale and expects it to wait. If the sale opened before the page, tries again with
 * twice the time.
 */
async function openBeforeSale(page: Page, host: Organizer): Promise<Concert> {
  for (let seconds = 6; ; seconds *= 2) {
    const opens = (Math.floor(Date.now() / 1000) + seconds) * 1000;
    const concert = await host.announce(evening(), 40, { sales_start: new Date(opens).toISOString() });
    await openEvent(page, concert);
    const isWaiting = await page.getByText(/^Sale opens /).isVisible();
    const isNamed = await page.getByRole("heading", { name: "The hall" }).isVisible();
    if (Date.now() >= opens) continue;
    expect([isWaiting, isNamed]).toEqual([true, true]);
    return concert;
  }
}

async function change(page: Page, button: string, confirm: string): Promise<void> {
  await press(page.getByRole("button", { name: button, exact: true }));
  await press(page.getByRole("dialog").getByRole("button", { name: confirm, exact: true }));
  await expect(page.getByRole("dialog")).toBeHidden();
}
