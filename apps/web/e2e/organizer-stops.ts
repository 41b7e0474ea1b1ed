import { expect, type Page } from "@playwright/test";
import { openDashboard, openTables } from "./dashboard";
import { ticketField } from "./door";
import { holdAsBuyer, type LongHouse, longAddress } from "./long-house";
import { word } from "./long-words";
import { openPayments, uploadSeats } from "./organizer-forms";
import { press } from "./picker";
import type { Stop } from "./visitor-stops";

export const organizerStops: readonly Stop[] = [
  { route: "/door/[event_id]", state: "somebody let in, and others found", open: asHost(openDesk) },
  { route: "/door/[event_id]/list", state: "names", open: asHost(openDoorList) },
  { route: "/organizer", state: "the form of an account", open: openAccount },
  { route: "/organizer", state: "all events", open: asHost(openOverview) },
  { route: "/organizer/events/new", state: "a filled form", open: asHost(openNewEvent) },
  { route: "/organizer/events/[event_id]", state: "the figures", open: asHost(openFigures) },
  { route: "/organizer/events/[event_id]", state: "a draft about to be published", open: asHost(openDraft) },
  { route: "/organizer/events/[event_id]/bookings", state: "who booked", open: asHost(openSold) },
  { route: "/organizer/events/[event_id]/bookings", state: "a refund", open: asHost(openRefund) },
  { route: "/organizer/events/[event_id]/bookings", state: "a refund to confirm", open: asHost(openAskedRefund) },
  { route: "/organizer/events/[event_id]/accounting", state: "days", open: openOwn("accounting", "Accounting") },
  { route: "/organizer/events/[event_id]/copy", state: "the form", open: openOwn("copy", "Copy to other dates") },
  { route: "/organizer/events/[event_id]/door", state: "who is in", open: asHost(openEventDoor) },
  { route: "/organizer/events/[event_id]/edit", state: "a filled form", open: openOwn("edit", "Change") },
  { route: "/organizer/events/[event_id]/box-office", state: "chosen seats", open: asHost(openBoxOffice) },
  { route: "/organizer/events/[event_id]/box-office/[booking_id]", state: "a receipt", open: asHost(openReceipt) },
  { route: "/organizer/events/[event_id]/holds", state: "a hold", open: openHeld },
  { route: "/organizer/events/[event_id]/journal", state: "an entry", open: openOwn("journal", "Journal") },
  { route: "/organizer/events/[event_id]/mails", state: "what was sent", open: openOwn("mails", "Mails") },
  { route: "/organizer/journal", state: "nothing of an account", open: asHost(openAccountJournal) },
  { route: "/organizer/organizations/new", state: "a filled form", open: asHost(openNewOrganization) },
  { route: "/organizer/organizations/[organization_id]", state: "a filled form", open: asHost(openOrganization) },
  {
    route: "/organizer/organizations/[organization_id]/members",
    state: "a member and an invitation",
    open: asHost(openMembers),
  },
  { route: "/organizer/organizations/[organization_id]/payments", state: "the house", open: asHost(openPayments) },
  { route: "/organizer/venues", state: "the venues", open: asHost(openVenues) },
  { route: "/organizer/venues/new", state: "a filled form", open: asHost(openNewVenue) },
  { route: "/organizer/venues/[venue_id]", state: "the hall", open: asHost(openVenue) },
  { route: "/organizer/venues/[venue_id]/edit", state: "a filled form", open: asHost(openChange) },
  { route: "/organizer/venues/[venue_id]/journal", state: "entries", open: asHost(openJournal) },
  { route: "/organizer/venues/[venue_id]/seats", state: "chosen seats", open: asHost(openSeats) },
];

function asHost(open: Stop["open"]): Stop["open"] {
  return async (page, house) => {
    await house.host.signIn(page);
    await open(page, house);
  };
}

async function openDesk(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/door/${concert.event_id}`);
  await page.getByRole("textbox", { name: "Gate" }).fill(word(60));
  await press(page.getByRole("button", { name: "Save" }));
  await ticketField(page).fill("C1");
  await press(page.getByRole("button", { name: /^By hand/ }).first());
  const dialog = page.getByRole("dialog", { name: "Let in by hand" });
  await dialog.getByRole("textbox", { name: "Reason" }).fill(word(200));
  await press(dialog.getByRole("button", { name: "Let in", exact: true }));
  await expect(page.locator("[data-result]")).toBeVisible();
  await expect(page.getByRole("list", { name: "Found" })).toBeVisible();
}

async function openEventDoor(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/organizer/events/${concert.event_id}/door`);
  await expect(page.getByRole("heading", { name: "Who is in" })).toBeVisible();
}

async function openDoorList(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/door/${concert.event_id}/list`);
  await expect(page.getByRole("rowheader").first()).toBeVisible();
}

async function openAccount(page: Page): Promise<void> {
  await page.goto("/organizer");
  await page.getByRole("textbox", { name: "Name" }).fill(word(160));
  await page.getByRole("textbox", { name: "E-mail address" }).fill(word(160));
  await press(page.getByRole("button", { name: "Create account" }));
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
}

async function openOverview(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto("/organizer");
  await expect(page.getByRole("main").getByText(concert.name).first()).toBeVisible();
  await unfoldAll(page);
  await expect(page.getByRole("table")).toBeVisible();
}

async function openNewEvent(page: Page, { host }: LongHouse): Promise<void> {
  await page.goto(`/organizer/events/new?venue=${host.venue_id}`);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(word(160));
  for (const name of ["Description (a sentence or two)", "Artists, one per line", "Programme and notes"])
    await page.getByRole("textbox", { name }).fill(word(160));
  await page.getByRole("textbox", { name: "Tags, separated by commas" }).fill(word(160));
  await press(page.getByRole("radio", { name: "At a set time" }));
  for (const price of await page.getByRole("textbox", { name: word(23) }).all()) await price.fill("9999999");
  await press(page.getByRole("button", { name: "Publish now" }));
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
}

async function openFigures(page: Page, { concert }: LongHouse): Promise<void> {
  await openDashboard(page, concert.event_id);
  await openTables(page);
  await expect(page.getByRole("table", { name: "Seats one by one" })).toBeVisible();
}

async function openDraft(page: Page, { draft }: LongHouse): Promise<void> {
  await openDashboard(page, draft.event_id);
  await press(page.getByRole("button", { name: "Publish", exact: true }));
  await expect(page.getByRole("dialog")).toBeVisible();
}

async function openSold(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/organizer/events/${concert.event_id}/bookings`);
  await expect(
    page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: word(120) })
      .first(),
  ).toBeVisible();
}

async function openRefund(page: Page, house: LongHouse): Promise<void> {
  await openSold(page, house);
  await press(page.getByRole("button", { name: /^Refund booking-/ }).first());
  await press(page.getByRole("dialog").getByRole("button", { name: "Continue" }));
}

async function openAskedRefund(page: Page, house: LongHouse): Promise<void> {
  await openRefund(page, house);
  const dialog = page.getByRole("dialog");
  await press(dialog.getByRole("checkbox").first());
  await dialog.getByRole("textbox", { name: "Reason" }).fill(word(120));
  await press(dialog.getByRole("button", { name: "Continue" }));
  await expect(dialog.getByText("You can’t undo this.")).toBeVisible();
}

async function openBoxOffice(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/organizer/events/${concert.event_id}/box-office`);
  await page.getByRole("textbox", { name: "Seats" }).fill("9WWWWWWW");
  await press(page.getByRole("button", { name: /^Choose all \d+ seats$/ }));
  await expect(page.getByRole("region", { name: "Chosen seats" }).getByText(/^\d+ seats: /)).toBeVisible();
}

async function openReceipt(page: Page, { concert }: LongHouse): Promise<void> {
  await page.goto(`/organizer/events/${concert.event_id}/box-office`);
  await press(page.getByRole("checkbox").first());
  const seats = page.getByRole("region", { name: "Chosen seats" });
  await press(seats.getByRole("button", { name: "Give as comps" }));
  await page.getByRole("textbox", { name: "Given to" }).fill(word(120));
  await press(page.getByRole("dialog").getByRole("button", { name: "Give 1 seat away" }));
  await press(page.getByRole("link", { name: "Receipt" }));
  await expect(page.getByRole("article", { name: "Receipt" })).toBeVisible();
}

async function openHeld(page: Page, { host, concert }: LongHouse): Promise<void> {
  await holdAsBuyer(page, concert, ["A-20", "B-20"]);
  await host.signIn(page);
  await page.goto(`/organizer/events/${concert.event_id}/holds`);
  await expect(page.getByRole("button", { name: /^Release/ }).first()).toBeVisible();
}

function openOwn(part: string, heading: string): Stop["open"] {
  return asHost(async (page, { concert }) => {
    await page.goto(`/organizer/events/${concert.event_id}/${part}`);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect(page.getByRole("main").locator("form, ol, ul, table").first()).toBeVisible();
  });
}

async function openNewOrganization(page: Page): Promise<void> {
  await page.goto("/organizer/organizations/new");
  for (const field of await page.getByRole("main").getByRole("textbox").all()) await field.fill(word(330));
  await press(page.getByRole("button", { name: "Create organization" }));
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
}

async function openOrganization(page: Page, { host }: LongHouse): Promise<void> {
  await page.goto(`/organizer/organizations/${host.organization_id}`);
  await page.getByRole("textbox", { name: "VAT id" }).fill(word(60));
  await press(page.getByRole("button", { name: "Save 1 change" }));
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
}

async function openMembers(page: Page, { host }: LongHouse): Promise<void> {
  await host.invite(longAddress(), "box_office");
  await page.goto(`/organizer/organizations/${host.organization_id}/members`);
  await expect(page.getByRole("region", { name: "Open invitations" }).getByRole("listitem").first()).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail address" }).fill(word(160));
  await press(page.getByRole("button", { name: "Send invitation" }));
  await expect(page.locator("[aria-invalid=true]")).toBeVisible();
}

async function openVenues(page: Page): Promise<void> {
  await page.goto("/organizer/venues");
  await expect(page.getByText("90 seats")).toBeVisible();
}

async function openNewVenue(page: Page): Promise<void> {
  await page.goto("/organizer/venues/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(word(160));
  await page.getByRole("textbox", { name: "City" }).fill(word(160));
  await page.getByRole("textbox", { name: "Seat type 1" }).fill(word(24));
  await page.getByRole("textbox", { name: "Section (optional)" }).fill(word(160));
  await uploadSeats(page, `${word(160)}.csv`, `Section,Row,Seat,${word(160)}\n${word(60)},Z,1,\n${word(160)},Z,2,`);
  await expect(page.getByRole("region", { name: "Lines with errors" })).toBeVisible();
}

async function openVenue(page: Page, { host }: LongHouse): Promise<void> {
  await page.goto(`/organizer/venues/${host.venue_id}`);
  await expect(page.getByRole("grid", { name: "Seats" })).toBeVisible();
}

async function openChange(page: Page, { host }: LongHouse): Promise<void> {
  await page.goto(`/organizer/venues/${host.venue_id}/edit`);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(word(160));
  await press(page.getByRole("button", { name: "Save 1 change" }));
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
}

async function openJournal(page: Page, { host }: LongHouse): Promise<void> {
  await page.goto(`/organizer/venues/${host.venue_id}/journal`);
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
}

async function openAccountJournal(page: Page): Promise<void> {
  await page.goto("/organizer/journal");
  await expect(page.getByText("Nothing has been done to this account")).toBeVisible();
}

async function openSeats(page: Page, { host }: LongHouse): Promise<void> {
  await page.goto(`/organizer/venues/${host.venue_id}/seats`);
  await press(page.getByRole("button", { name: "Choose all 90 seats" }));
  await page.getByRole("textbox", { name: "Section" }).fill(word(60));
  await press(page.getByRole("button", { name: "Change chosen seats" }));
  await expect(page.getByRole("list", { name: "Changes" })).toBeVisible();
}

async function unfoldAll(page: Page): Promise<void> {
  for (const summary of await page.getByRole("main").locator("summary").all()) await press(summary);
}
