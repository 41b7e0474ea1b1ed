import { buyOverRest } from "./guest";
import { listAwake, unfoldFilters } from "./listing";
import { holdSeats, openEvent, pickSeat, press } from "./picker";
import { expect, test } from "./story";

test("filters live in the address and survive a reload and the way back", async ({ page, host }) => {
  const concert = await host.announce("Within the month", 20);
  const later = await host.announce("Later than that", 60);
  await host.untilListed(concert, later);
  // Past midnight the next thirty days would be others.
  await page.clock.setFixedTime(Date.now());
  await page.goto("/");
  await listAwake(page);
  await unfoldFilters(page);
  const cities = page.getByRole("combobox", { name: "City" });
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

test("kind, artist and price say how many events they leave and live in the address", async ({ page, host }) => {
  const concert = await host.announce("What three filters leave", 20);
  await host.untilListed(concert);
  await page.goto(`/?city=${encodeURIComponent(concert.city)}`);
  await listAwake(page);
  await unfoldFilters(page);
  const kind = page.getByRole("combobox", { name: "Kind" });
  await expect(kind.getByRole("option", { name: /^chamber \(\d+\)$/ })).toBeAttached();
  await kind.selectOption("chamber");
  await page.getByRole("combobox", { name: "Artist" }).selectOption("Ida Brandt, violin");
  await page.getByRole("combobox", { name: "Price" }).selectOption({ label: "Up to $50" });
  await expect(page).toHaveURL(/[?&]artist=Ida\+Brandt.*&tag=chamber&price_max=5000/);
  const row = page.getByRole("listitem").filter({ hasText: concert.name });
  await expect(row).toContainText("$40");
  await expect(row).toContainText("100 left");

  await page.goto(`/?city=${encodeURIComponent(concert.city)}&price_min=9000`);
  await expect(page.getByRole("heading", { name: "Nothing matches all of that" })).toBeVisible();
  await press(page.getByRole("button", { name: /^Drop the price/ }));
  await expect(page.getByRole("link", { name: concert.name, exact: true })).toBeVisible();
});

test("a search without a match says what to loosen", async ({ page, host }) => {
  const concert = await host.announce("What is left without a search", 20);
  await host.untilListed(concert);
  await page.goto(`/?city=${encodeURIComponent(concert.city)}&search=zzyzzyva`);
  await expect(page.getByRole("heading", { name: "Nothing matches all of that" })).toBeVisible();
  await press(page.getByRole("button", { name: /^Drop “zzyzzyva”/ }));
  await expect(page.getByRole("link", { name: concert.name, exact: true })).toBeVisible();
});

for (const path of ["/events/event-99999", "/events/nonsense", "/nowhere"]) {
  test(`${path} is not found, with a way on`, { tag: "@one-size" }, async ({ page, watch }) => {
    watch.foresee(`404 ${path}`);
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "There is no seat at this address" })).toBeVisible();
    await press(page.getByRole("link", { name: "See all events" }));
    await expect(page.getByRole("heading", { level: 1, name: "What’s on" })).toBeVisible();
  });
}

test("someone else's hold and booking are not found", { tag: "@one-size" }, async ({ page, concert, meetVisitor }) => {
  const ticket = await buyOverRest(page, concert, ["A-1"]);
  await openEvent(page, concert);
  await pickSeat(page, "Row A seat 2");
  await holdSeats(page);
  const checkout = (await page.getByRole("link", { name: "Continue to payment" }).getAttribute("href")) ?? "";

  const stranger = await meetVisitor();
  const findsNothing = async () => {
    await stranger.goto(ticket);
    await expect(stranger.getByRole("heading", { level: 1, name: "There is no such ticket for you" })).toBeVisible();
    await stranger.goto(checkout);
    await expect(stranger.getByText("There are no held seats for you at this address.")).toBeVisible();
    await stranger.goto("/bookings");
    await expect(stranger.getByText("No tickets yet")).toBeVisible();
  };
  await findsNothing();
  // Then as a guest with seats of their own.
  await openEvent(stranger, concert);
  await pickSeat(stranger, "Row H seat 5");
  await holdSeats(stranger);
  await findsNothing();
});
