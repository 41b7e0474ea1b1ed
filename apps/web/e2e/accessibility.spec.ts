import type { Page } from "@playwright/test";
import { chooseCard, expectTicket } from "./checkout";
import { openDashboard, openTables } from "./dashboard";
import { findViolations } from "./find-violations";
import { buyOverRest } from "./guest";
import { openListWith } from "./listing";
import { signUp, uploadSeats } from "./organizer-forms";
import { holdSeats, openEvent, pickSeat, press } from "./picker";
import { expect, test } from "./story";

/** Expects no violations of axe in either theme. On a wide screen `every-page` looks. */
async function expectClean(page: Page, state: string): Promise<void> {
  expect(await findViolations(page), state).toEqual([]);
}

/** Waits until a field of the form shows a fault. */
async function expectFault(page: Page): Promise<void> {
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
}

test("the list of events", { tag: "@one-size" }, async ({ page, organizer }) => {
  const concert = await organizer.announce("The next of all concerts", 1);
  await organizer.untilListed(concert);
  await openListWith(page, concert);
  await press(page.getByRole("button", { name: "Dates", exact: true }));
  await expect(page.getByLabel("First day")).toBeVisible();
  await expectClean(page, "the list");
  await page.getByRole("textbox", { name: "Search by artist, work or hall" }).fill("zzyzzyva");
  await expect(page.getByRole("heading", { name: /^No events found for/ })).toBeVisible();
  await expectClean(page, "an empty list");
});

test("the event with its map, its list and what is held", { tag: "@one-size" }, async ({ page, concert }) => {
  await openEvent(page, concert);
  await pickSeat(page, "Row C, seat 5");
  await expectClean(page, "the map");
  await press(page.getByRole("button", { name: "List", exact: true }));
  await expect(page.getByRole("button", { name: "List", exact: true, pressed: true })).toBeVisible();
  await expectClean(page, "the list of seats");
  await press(page.getByRole("button", { name: "Map", exact: true }));
  await holdSeats(page);
  await expectClean(page, "held seats");
  await press(page.getByRole("button", { name: "Release seat" }));
  await expect(page.getByRole("dialog", { name: "Release this seat?" })).toBeVisible();
  await expectClean(page, "the release dialog");
});

test("the checkout, a declined card and the bank's page", { tag: "@one-size" }, async ({ page, concert, monitor }) => {
  monitor.expect("400 /api/trpc/hold.confirm");
  await openEvent(page, concert);
  await pickSeat(page, "Row C, seat 5");
  await holdSeats(page);
  await press(page.getByRole("link", { name: "Continue to payment" }));
  await page.getByRole("textbox", { name: "E-mail address" }).fill("nonsense");
  await press(page.getByRole("button", { name: "Continue to payment" }));
  await expectFault(page);
  await expectClean(page, "a faulty e-mail");
  await page.getByRole("textbox", { name: "E-mail address" }).fill("buyer@example.com");
  await press(page.getByRole("button", { name: "Continue to payment" }));
  await expect(page.getByRole("heading", { name: "Payment" })).toBeFocused();
  await expectClean(page, "the payment");
  await press(page.getByRole("button", { name: /^Release / }));
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectClean(page, "the release dialog");
  await press(page.getByRole("button", { name: /^Keep / }));
  await chooseCard(page, "A declined card");
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expectClean(page, "a declined card");
  await chooseCard(page, "A card that needs approval");
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await expect(page.getByRole("heading", { name: "Do you approve this payment?" })).toBeVisible();
  await expectClean(page, "the bank's page");
  await press(page.getByRole("button", { name: "Approve" }));
  await expectTicket(page);
});

test("the ticket, its cancellation and my bookings", { tag: "@one-size" }, async ({ page, concert }) => {
  await page.goto("/bookings");
  await expect(page.getByText("No tickets yet")).toBeVisible();
  await expectClean(page, "no bookings");
  await page.goto(await buyOverRest(page, concert, ["C-5"]));
  await expectTicket(page);
  await expectClean(page, "the ticket");
  await press(page.getByRole("button", { name: /^Cancel booking/ }));
  const dialog = page.getByRole("dialog", { name: "Cancel this booking?" });
  await expect(dialog).toBeVisible();
  await expectClean(page, "the cancel dialog");
  await press(dialog.getByRole("button", { name: /^Cancel and refund/ }));
  await expect(page.getByText("This booking is cancelled")).toBeVisible();
  await expectClean(page, "a cancelled ticket");
  await page.goto("/bookings");
  await expect(page.getByRole("region", { name: /^Cancelled/ })).toBeVisible();
  await expectClean(page, "my bookings");
});

test("an organizer's account, venue and its rows", { tag: "@one-size" }, async ({ page, host }) => {
  await page.goto("/organizer");
  await press(page.getByRole("button", { name: "Create account" }));
  await expectFault(page);
  await expectClean(page, "a faulty account");
  await signUp(page);
  await page.goto("/organizer/venues");
  await expect(page.getByText("No venues yet")).toBeVisible();
  await expectClean(page, "no venues");
  await page.goto("/organizer/venues/new");
  await press(page.getByText("Numbering, curve, aisles, marked seats"));
  await press(page.getByRole("button", { name: "Create venue" }));
  await expectFault(page);
  await expectClean(page, "a faulty venue");
  await uploadSeats(
    page,
    "seats.csv",
    "Section,Row,Seat,Notes,x,y\nStalls,Z,1,,0,90\nstalls,Z,2,,5.5,90\nStalls,Z,,,11,90",
  );
  await expect(page.getByRole("region", { name: "Lines with errors" })).toBeVisible();
  await expectClean(page, "a seat list");
  await host.signIn(page);
  await page.goto(`/organizer/venues/${host.venue_id}`);
  await expect(page.getByRole("grid", { name: "Seats" })).toBeVisible();
  await expectClean(page, "the venue");
  await press(page.getByRole("button", { name: "Add rows" }));
  await expect(page.getByRole("group", { name: "More rows" })).toBeVisible();
  await expectClean(page, "more rows");
  await page.goto(`/organizer/venues/${host.venue_id}/seats`);
  await press(page.getByRole("button", { name: "Choose all 100 seats" }));
  await page.getByRole("textbox", { name: "Section" }).fill("Parkett");
  await press(page.getByRole("button", { name: "Change chosen seats" }));
  await expect(page.getByRole("alert").filter({ hasText: /^More than one seat/ })).toBeHidden();
  await expect(page.getByRole("list", { name: "Changes" })).toBeVisible();
  await expectClean(page, "corrections of seats");
  await page.goto("/organizer/venues");
  await expect(page.getByText("100 seats")).toBeVisible();
  await expectClean(page, "the venues");
});

test("an organizer's event and who booked it", { tag: "@one-size" }, async ({ page, host, meetVisitor }) => {
  await host.signIn(page);
  await page.goto(`/organizer/venues/${host.venue_id}`);
  await press(page.getByRole("link", { name: "Create event here" }));
  await press(page.getByRole("radio", { name: "At a set time" }));
  await press(page.getByRole("button", { name: "Publish now" }));
  await expectFault(page);
  await expectClean(page, "a faulty event");
  await press(page.getByRole("button", { name: "Start over" }));
  await expect(page.getByRole("radio", { name: "As soon as the event is published" })).toBeChecked();
  const { event_id } = await host.announce("An evening of duos", 40);
  await openDashboard(page, event_id);
  await press(page.getByRole("button", { name: "Cancel event" }));
  await expect(page.getByRole("dialog", { name: "Cancel this event?" })).toBeVisible();
  await expectClean(page, "the cancel dialog of an event");
  await page.goto(`/organizer/events/${event_id}/bookings`);
  await expect(page.getByText("Nothing sold yet")).toBeVisible();
  await expectClean(page, "nothing sold");
  await buyOverRest(await meetVisitor(), { event_id }, ["C-5"]);
  await press(page.getByRole("button", { name: /^Cancel booking-/ }));
  await expect(page.getByRole("dialog", { name: "Cancel this booking?" })).toBeVisible();
  await expectClean(page, "the cancel dialog for a buyer");
  await press(page.getByRole("button", { name: "Cancel and refund US$85" }));
  await expect(page.getByRole("listitem").filter({ hasText: "buyer@example.com" })).toContainText("Cancelled");
  await expectClean(page, "a cancelled booking");
  await openDashboard(page, event_id);
  await openTables(page);
  await expect(page.getByRole("table", { name: "Seats one by one" })).toBeVisible();
  await expectClean(page, "the dashboard with its tables");
  await press(page.getByRole("link", { name: "Your events" }));
  await expect(page.getByRole("heading", { name: "Compare events" })).toBeVisible();
  await expectClean(page, "all events");
});

test("pages that are not found", { tag: "@one-size" }, async ({ page, monitor }) => {
  monitor.expect("404 /nowhere", "404 /checkout/holding-99999", "404 /bookings/booking-99999");
  for (const [path, state] of [
    ["/nowhere", "not found"],
    ["/checkout/holding-99999", "no hold"],
    ["/bookings/booking-99999", "no ticket"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectClean(page, state);
  }
});

test.describe("while no API answers", () => {
  test.use({ server: "stranded" });

  test("the list of events", { tag: "@one-size" }, async ({ page, monitor }) => {
    monitor.allow("500 /api/trpc/event.search", "500 /api/health");
    await page.goto("/");
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await expectClean(page, "a list that did not load");
  });
});
