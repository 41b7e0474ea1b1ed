import { randomUUID } from "node:crypto";
import { audit } from "./audit";
import { chooseCard, expectTicket, openPayment } from "./checkout";
import { Organizer } from "./organizer";
import { press } from "./picker";
import { expect, test } from "./story";

test("a draft moves to another hall, is published there, and a seat of that hall is bought", {
  tag: "@one-size",
}, async ({ page, meetVisitor }) => {
  const organizer = await new Organizer().settle();
  const seats = [1, 2, 3].map((seat_num) => ({ row: "L", seat_num, seat_type: "Lawn" }));
  const premium = [1, 2].map((seat_num) => ({ row: "A", seat_num, seat_type: "Premium" }));
  const park = { name: "The Park", seat_types: ["Premium", "Lawn"], timezone: "Asia/Tokyo" };
  const venue_id = await organizer.build(park, [...premium, ...seats]);
  const draft = await organizer.announce(`Nocturne ${randomUUID().slice(0, 8)}`, 30, { status: "draft" });
  await organizer.signIn(page);

  await page.goto(`/organizer/events/${draft.event_id}/edit`);
  const start = page.getByLabel("Starts", { exact: true });
  const before = await start.inputValue();
  await page.getByRole("combobox", { name: "Venue" }).selectOption(venue_id);
  await expect(start).not.toHaveValue(before);
  await expect(page.getByText("on the clocks of Asia/Tokyo")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Balcony", exact: true })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Premium", exact: true })).toHaveValue("85.00");
  await expect(page.getByRole("region", { name: "Poster" }).locator("text").last()).toHaveText("The Park");
  await page.getByRole("textbox", { name: "Lawn", exact: true }).fill("20");
  await press(page.getByRole("button", { name: /^Save \d changes$/ }));
  const dialog = page.getByRole("dialog");
  await expect(
    dialog.getByText(/^100 seats of The Small House are removed .* 5 seats of The Park copied/),
  ).toBeVisible();
  await press(dialog.getByRole("button", { name: "Save", exact: true }));
  await expect(page).toHaveURL(new RegExp(`/organizer/events/${draft.event_id}$`));

  await press(page.getByRole("button", { name: "Publish" }));
  await press(page.getByRole("dialog").getByRole("button", { name: "Publish" }));
  await expect(page.getByRole("button", { name: /^Pause/ })).toBeVisible();
  await page.goto(`/organizer/events/${draft.event_id}/edit`);
  await expect(page.getByRole("combobox", { name: "Venue" })).toBeDisabled();
  await expect(page.getByText("An event that was published stays in its venue.")).toBeVisible();

  const visitor = await meetVisitor();
  await openPayment(visitor, draft, ["L-2"]);
  await chooseCard(visitor, "A card that works");
  await press(visitor.getByRole("button", { name: "Pay US$20" }));
  await expectTicket(visitor);
  expect(await audit(draft.event_id)).toContain("bookings");
});
