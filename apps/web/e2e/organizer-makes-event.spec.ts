import { randomUUID } from "node:crypto";
import type { Page, Route } from "@playwright/test";
import type { Concert, Organizer } from "./organizer";
import { becomeOrganizer, drawHouse, expectHouse, house, makeEvent, makeHouse } from "./organizer-forms";
import { holdSeats, openEvent, pickSeat, press } from "./picker";
import { expect, test } from "./story";

const evening = () => `An evening of duos ${randomUUID().slice(0, 8)}`;

test("a new organizer makes a venue and an event by the forms, and a visitor holds a seat", async ({
  page,
  meetVisitor,
}) => {
  await becomeOrganizer(page);
  await makeHouse(page);
  await expect(page.getByRole("definition")).toHaveText(["160", "40", "200"]);
  await expect(page.getByRole("gridcell")).toHaveCount(200);
  const name = evening();
  const event_id = await makeEvent(page, name);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const visitor = await meetVisitor();
  await openEvent(visitor, { event_id });
  await expect(visitor.getByRole("heading", { level: 1, name })).toBeVisible();
  await pickSeat(visitor, "Row A seat 5");
  await holdSeats(visitor);
});

test("the forms say what is wrong at its field, lead there, and lose nothing", async ({ page, host }) => {
  await host.signIn(page);
  await page.goto("/organizer/venues/new");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await press(page.getByRole("button", { name: "Save the venue" }));
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription("Enter the venue’s name.");
  await name.fill("A hall of one’s own");
  await page.getByRole("textbox", { name: "City" }).fill("Oslo");
  await page.getByRole("textbox", { name: "Seats a row" }).fill("10");
  await page.getByRole("textbox", { name: "Last row" }).fill("?");
  await press(page.getByRole("button", { name: "Save the venue" }));
  await expect(page.getByRole("textbox", { name: "Last row" })).toBeFocused();
  await press(page.getByRole("button", { name: "Undo" }));
  await expect(page.getByRole("textbox", { name: "Last row" })).toHaveValue("H");
  await page.reload();
  await expect(name).toHaveValue("A hall of one’s own");

  await bringFile(page, "row,seat_num,seat_type\nA,1,Standard\nA,one,Standard\nA,1,Standard");
  const told = page.getByRole("alert").getByRole("listitem");
  await expect(told).toHaveText([/^Line 3: seat_num “one”/, /^Line 4: seat A-1 stands in line 2 already/]);
  await bringFile(page, "row,seat_num,seat_type\nY,1,Standard\nY,2,Loge");
  await expect(page.getByText("82 seats: 81 Standard, 1 Loge")).toBeVisible();
  await press(page.getByRole("button", { name: "Save the venue" }));
  await expect(page.getByRole("heading", { level: 1, name: "A hall of one’s own" })).toBeVisible();

  await press(page.getByRole("link", { name: "Make an event here" }));
  await press(page.getByRole("button", { name: "Publish now" }));
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
  const price = page.getByRole("textbox", { name: "Loge" });
  await expect(price).toHaveAccessibleDescription("Enter a price; 0 is free.");
  await page.getByRole("textbox", { name: "Standard" }).fill("10.50");
  await price.fill("0");
  await expect(page.getByRole("definition")).toHaveText(["$510.30", "$680.40", "$850.50"]);
});

test("answers that are lost on the way make nothing twice", { tag: "@one-size" }, async ({ page, host, watch }) => {
  watch.foresee("net::ERR_FAILED /api/trpc/venue.create", "net::ERR_FAILED /api/trpc/venue.addSeats");
  await host.signIn(page);
  await drawHouse(page);
  for (const call of ["venue.create", "venue.addSeats"]) await loseAnswer(page, call);
  await press(page.getByRole("button", { name: "Save the venue" }));
  await expect(page.getByText("We could not reach Evently.")).toBeVisible();
  await press(page.getByRole("button", { name: "Send it again" }));
  await expect(page.getByText("The venue stands, with 0 of its 200 seats.")).toBeVisible();
  await press(page.getByRole("button", { name: "Send it again" }));
  await expectHouse(page);
  await expect(page.getByRole("definition")).toHaveText(["160", "40", "200"]);
  await page.goto("/organizer/venues");
  await expect(page.getByRole("link", { name: house.name })).toHaveCount(1);
});

test("a sale opens by itself on an open page, pauses, goes on and is called off there", {
  tag: "@one-size",
}, async ({ page, host, meetVisitor }) => {
  await host.signIn(page);
  const visitor = await meetVisitor();
  const { event_id } = await openBeforeSale(visitor, host);
  await visitor.evaluate(() => document.body.setAttribute("data-same-page", ""));
  await expect(visitor.getByRole("heading", { name: "Choose your seats" })).toBeVisible();
  await expect(visitor.getByText(/^Sale opens /)).toBeHidden();
  await pickSeat(visitor, "Row C seat 5");
  await holdSeats(visitor);

  await page.goto(`/organizer/events/${event_id}`);
  await change(page, "Pause sales", "Pause the sale");
  await expect(visitor.getByText("The sale is paused")).toBeVisible();
  await change(page, "Resume sales", "Go on selling");
  await expect(visitor.getByText("The sale is paused")).toBeHidden();
  await change(page, "Call off", "Call the event off");
  await expect(visitor.getByText("This event is cancelled")).toBeVisible();
  await expect(visitor.locator("body")).toHaveAttribute("data-same-page");
});

/** Lets the next call of its name reach the API, and its answer nobody. */
async function loseAnswer(page: Page, call: string): Promise<void> {
  const lose = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route(`**/api/trpc/${call}*`, lose, { times: 1 });
}

/**
 * Opens an event's page shortly before its sale and sees that it waits. Where the sale was quicker than this machine, the
 * next one leaves twice the time.
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

async function bringFile(page: Page, text: string): Promise<void> {
  const file = { name: "seats.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("CSV file of seats").setInputFiles(file);
}
