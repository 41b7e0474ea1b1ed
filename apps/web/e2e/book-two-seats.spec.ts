import { chooseCard, expectTicket, goToPayment } from "./checkout";
import { expectFound, listHydrated } from "./listing";
import { holdSeats, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

test("books two seats, from the home page to the ticket", async ({ page, concert, organizer }) => {
  await organizer.untilListed(concert);
  await page.goto("/");
  await listHydrated(page);
  await page.getByRole("textbox", { name: "Search by artist, work or hall" }).fill(concert.name);
  // The large poster of the next event is only for an unfiltered list.
  await expect(page.getByRole("article")).toBeHidden();
  await expectFound(page, concert.name);
  await press(page.getByRole("link", { name: concert.name, exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: concert.name })).toBeVisible();

  await pickSeat(page, "Row C, seat 5");
  await pickSeat(page, "Row C, seat 6");
  const list = page.getByRole("complementary", { name: "Your seats" });
  await expect(list.getByText("US$170").filter({ visible: true })).toBeVisible();
  await holdSeats(page);
  await expect(seatOn(page, "Row C, seat 5")).toHaveAccessibleName(/, held for you/);

  await goToPayment(page, "buyer@example.com");
  const order = page.getByRole("region", { name: "Your order" });
  await expect(order.getByRole("listitem")).toHaveText([
    /^Stalls, Row C, seat 5.*US\$85$/,
    /^Stalls, Row C, seat 6.*US\$85$/,
  ]);
  await chooseCard(page, "A card that works");
  await press(page.getByRole("button", { name: "Pay US$170" }));

  await expectTicket(page);
  const arrival = page.getByRole("region", { name: "You’re going" });
  await expect(arrival).toContainText("In the mail that is on its way to buyer@example.com");
  await expect(arrival.getByRole("button", { name: "Share event" })).toBeVisible();
  const ticket = page.getByRole("article", { name: "Ticket" });
  await expect(ticket.getByRole("heading", { level: 1, name: concert.name })).toBeVisible();
  await expect(ticket.getByRole("definition").filter({ hasText: /^5 and 6$/ })).toBeVisible();
  await expect(ticket.getByRole("img", { name: /^QR code of Stalls, Row C, seat [56]$/ })).toHaveCount(2);
  await expect(ticket.getByText("US$170")).toBeVisible();
  const way = page.getByRole("region", { name: "Find your seats" });
  await expect(way.getByRole("img", { name: "Map of the hall with your seats" })).toBeVisible();
  await expect(way).toContainText("Seat 1 is at the nearest end of the row: yours begin with the 5th seat from there.");

  const download = page.waitForEvent("download");
  await press(page.getByRole("link", { name: "Add to calendar" }));
  expect((await download).suggestedFilename()).toMatch(/\.ics$/);

  await press(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "My bookings" }));
  await expect(page.getByRole("heading", { level: 2, name: /^Upcoming/ })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: concert.name })).toContainText(
    "Stalls, Row C, seats 5 and 6",
  );
});
