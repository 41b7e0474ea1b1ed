import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { press } from "./picker";

export const venue = { name: "The Long Room", city: "Bergen", zone: "Europe/Oslo" };

/** Creates an organizer account by the form. */
export async function becomeOrganizer(page: Page): Promise<void> {
  await page.goto("/organizer");
  await signUp(page);
}

/** The same where the form is already open. */
export async function signUp(page: Page, email = `${randomUUID()}@example.com`): Promise<void> {
  await page.getByRole("textbox", { name: "Name" }).fill(venue.name);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await press(page.getByRole("button", { name: "Create account" }));
  await expect(page.getByRole("navigation", { name: "Organizer" })).toBeVisible();
}

/** Draws and saves a hall of 200 seats, rows A to H in the stalls and two in the balcony. Ends on the venue's page. */
export async function createVenue(page: Page): Promise<void> {
  await drawVenue(page);
  await press(page.getByRole("button", { name: "Create venue" }));
  await expectVenue(page);
}

export async function expectVenue(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/organizer\/venues\/venue-\d+$/);
  await expect(page.getByRole("heading", { level: 1, name: venue.name })).toBeVisible();
}

/** Opens the form of a new venue, and fills in everything but its hall. */
export async function nameVenue(page: Page): Promise<void> {
  await page.goto("/organizer/venues/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(venue.name);
  await page.getByRole("textbox", { name: "City" }).fill(venue.city);
  await page.getByRole("combobox", { name: "Time zone" }).fill(venue.zone);
}

/** Opens a file of seats in the form, where it is shown before it is taken. */
export async function uploadSeats(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(content) };
  await page.getByLabel("CSV file of seats").setInputFiles(file);
}

/** The same as `createVenue`, not saved yet. */
export async function drawVenue(page: Page): Promise<void> {
  await nameVenue(page);
  await page.getByRole("textbox", { name: "Seat type 1" }).fill("Stalls");
  await press(page.getByRole("button", { name: "Add seat type" }));
  await page.getByRole("textbox", { name: "Seat type 2" }).fill("Balcony");
  await page.getByRole("textbox", { name: "Seats per row" }).fill("20");
  await press(page.getByRole("button", { name: "Add rows behind" }));
  const balcony = page.getByRole("group", { name: "Row I" });
  await balcony.getByRole("combobox", { name: "Seat type" }).selectOption("Balcony");
  await balcony.getByRole("textbox", { name: "First row" }).fill("J");
  const rows = page.getByRole("group", { name: "Rows J to I" });
  await rows.getByRole("textbox", { name: "Last row" }).fill("K");
  await expect(page.getByText("200 seats: 160 Stalls, 40 Balcony")).toBeVisible();
}

/** A local time for a date-and-time field. */
function localTime(daysAhead: number, clock: string): string {
  const day = new Date(Date.now() + daysAhead * 86_400_000);
  return `${day.toISOString().slice(0, 10)}T${clock}`;
}

/** Opens a new event's form at this venue, whose seat types are known. */
export async function openPrices(page: Page, venue_id: string): Promise<void> {
  await page.goto(`/organizer/events/new?venue=${venue_id}`);
  await expect(page.getByRole("textbox", { name: "Premium" })).toBeEditable();
}

export async function chooseCurrency(page: Page, currency: string): Promise<void> {
  await page.getByRole("combobox", { name: "Currency" }).selectOption(currency);
}

/** Creates and publishes an event at the venue whose page is open. Returns its id. */
export async function createEvent(page: Page, name: string): Promise<string> {
  await press(page.getByRole("link", { name: "Create event here" }));
  await page.getByRole("textbox", { name: "Artists, one per line" }).fill("Ida Brandt, violin\nOle Dahl, piano");
  await page.getByRole("textbox", { name: "Tags, separated by commas" }).fill("chamber, duo");
  await page.getByRole("textbox", { name: "Stalls" }).fill("70");
  await page.getByRole("textbox", { name: "Balcony" }).fill("55.00");
  return publish(page, name);
}

/** Names, dates and publishes the event of the open form. Returns its id. */
export async function publish(page: Page, name: string): Promise<string> {
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByLabel("Starts", { exact: true }).fill(localTime(40, "19:30"));
  await press(page.getByRole("button", { name: "Publish now" }));
  await expect(page).toHaveURL(/\/organizer\/events\/event-\d+$/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Where nobody needs an account of their own. */
export async function openPayments(page: Page, { host }: { host: { organization_id: string } }): Promise<void> {
  await page.goto(`/organizer/organizations/${host.organization_id}/payments`);
  await expect(page.getByRole("heading", { name: "Whoever runs this site takes the payments" })).toBeVisible();
}
