import { buyOverRest } from "./guest";
import { listHydrated, unfoldFilters } from "./listing";
import { holdSeats, openEvent, pickSeat, press } from "./picker";
import { expect, test } from "./story";

test("filters are in the address and survive a reload and going back", async ({ page, host }) => {
  // This story runs at two sizes at once: the other one's concerts are in the list too, until it is filtered.
  const concert = await host.announce(`Within the month of ${host.venue_id}`, 20);
  const later = await host.announce(`Later than the month of ${host.venue_id}`, 60);
  await host.untilListed(concert, later);
  // After midnight the next thirty days would differ.
  await page.clock.setFixedTime(Date.now());
  const cities = page.getByRole("combobox", { name: "City" });
  // A page that everyone shares is up to fifteen seconds old.
  await expect(async () => {
    await page.goto("/");
    await listHydrated(page);
    await unfoldFilters(page);
    await expect(cities.locator("option", { hasText: concert.city })).toHaveCount(1, { timeout: 3_000 });
  }).toPass();
  await cities.selectOption(concert.city);
  await expect(page).toHaveURL(/[?&]city=City\+/);
  await press(page.getByRole("button", { name: "Next 30 days" }));
  await expect(page).toHaveURL(/[?&]from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  await expect(page.getByRole("link", { name: concert.name, exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: later.name })).toBeHidden();

  await page.reload();
  await expect(cities).toHaveValue(concert.city);
  await expect(page.getByRole("button", { name: "Next 30 days" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("link", { name: later.name })).toBeHidden();

  const filtered = page.url();
  await press(page.getByRole("link", { name: concert.name, exact: true }));
  await expect(page.getByRole("heading", { level: 1, name: concert.name })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(filtered);
  await expect(cities).toHaveValue(concert.city);

  await press(page.getByRole("button", { name: "Reset filters" }));
  await expect(page).toHaveURL(/\/$/);
});

test("genre, artist and price show their number of events and are in the address", { tag: "@one-size" }, async ({
  page,
  host,
}) => {
  const concert = await host.announce(`Three filters of ${host.venue_id}`, 20);
  await host.untilListed(concert);
  await page.goto(`/?city=${encodeURIComponent(concert.city)}`);
  await listHydrated(page);
  await unfoldFilters(page);
  const genre = page.getByRole("combobox", { name: "Genre" });
  await expect(genre.getByRole("option", { name: /^chamber \(\d+\)$/ })).toBeAttached();
  await genre.selectOption("chamber");
  await page.getByRole("combobox", { name: "Artist" }).selectOption("Ida Brandt, violin");
  await page.getByRole("combobox", { name: "Price" }).selectOption({ label: "Up to US$50" });
  await expect(page).toHaveURL(/[?&]artist=Ida\+Brandt.*&tag=chamber&price_max=5000/);
  const row = page.getByRole("listitem").filter({ hasText: concert.name });
  await expect(row).toContainText("US$40");
  await expect(row).toContainText("100 left");

  await page.goto(`/?city=${encodeURIComponent(concert.city)}&price_min=9000`);
  await expect(page.getByRole("heading", { name: "No event matches all filters. Remove one:" })).toBeVisible();
  await press(page.getByRole("button", { name: /^The price/ }));
  await expect(page.getByRole("link", { name: concert.name, exact: true })).toBeVisible();
});

test("a search without a match offers to remove a filter", { tag: "@one-size" }, async ({ page, host }) => {
  const concert = await host.announce(`Without the search of ${host.venue_id}`, 20);
  await host.untilListed(concert);
  await page.goto(`/?city=${encodeURIComponent(concert.city)}&search=zzyzzyva`);
  await expect(page.getByRole("heading", { name: "No event matches all filters. Remove one:" })).toBeVisible();
  await press(page.getByRole("button", { name: /^“zzyzzyva”/ }));
  await expect(page.getByRole("link", { name: concert.name, exact: true })).toBeVisible();
});

test("reversed dates are told once, where they are, and the nearest date is offered", { tag: "@one-size" }, async ({
  page,
  host,
}) => {
  const concert = await host.announce(`Before the dates of ${host.venue_id}`, 20);
  await host.untilListed(concert);
  const city = `city=${encodeURIComponent(concert.city)}`;
  await page.goto(`/?${city}&from=2090-01-02&to=2090-01-01`);
  await expect(page.getByLabel("Last day")).toHaveAccessibleDescription(
    "Sun 1 Jan 2090 is before the first day, so it doesn’t count.",
  );
  await expect(page.getByRole("heading", { name: "No event matches all filters. Remove one:" })).toBeVisible();
  await expect(page.getByText(/^The last event before is on /)).toBeVisible();
  await press(page.getByRole("button", { name: /^Show from / }));
  await expect(page.getByRole("link", { name: concert.name, exact: true })).toBeVisible();
  await expect(page.getByLabel("Last day")).toHaveValue("");
});

for (const path of ["/events/event-99999", "/events/nonsense", "/nowhere"]) {
  test(`${path} is not found and links to all events`, { tag: "@one-size" }, async ({ page, monitor }) => {
    monitor.expect(`404 ${path}`);
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "We can’t find this page" })).toBeVisible();
    await press(page.getByRole("link", { name: "See all events" }));
    await expect(page.getByRole("heading", { level: 1, name: "What’s on" })).toBeVisible();
  });
}

test("another visitor's hold and booking are not found", { tag: "@one-size" }, async ({
  page,
  concert,
  meetVisitor,
  monitor,
}) => {
  const ticket = await buyOverRest(page, concert, ["A-1"]);
  await openEvent(page, concert);
  await pickSeat(page, "Row A, seat 2");
  await holdSeats(page);
  const checkout = (await page.getByRole("link", { name: "Continue to payment" }).getAttribute("href")) ?? "";

  monitor.expect(`404 ${ticket}`, `404 ${checkout}`);
  const stranger = await meetVisitor();
  const expectNotFound = async () => {
    expect((await stranger.goto(ticket))?.status()).toBe(404);
    await expect(
      stranger.getByRole("heading", { level: 1, name: "We can’t find this ticket in this browser" }),
    ).toBeVisible();
    expect((await stranger.goto(checkout))?.status()).toBe(404);
    await expect(stranger.getByText("We can’t find this hold in this browser.")).toBeVisible();
    await stranger.goto("/bookings");
    await expect(stranger.getByText("No tickets yet")).toBeVisible();
  };
  await expectNotFound();
  // Then as a guest with a hold of their own.
  await openEvent(stranger, concert);
  await pickSeat(stranger, "Row H, seat 5");
  await holdSeats(stranger);
  await expectNotFound();
});
