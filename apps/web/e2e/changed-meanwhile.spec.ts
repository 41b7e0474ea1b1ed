import { change, moveTo } from "./change-event";
import { openPayment } from "./checkout";
import { press } from "./picker";
import { expect, test } from "./story";

test("of two editors of one event the second chooses where both changed the same", { tag: "@one-size" }, async ({
  page,
  host,
  meetVisitor,
  monitor,
}) => {
  const { event_id } = await host.announce("Changed by two", 30);
  await host.signIn(page);
  const second = await meetVisitor();
  await host.signIn(second);
  await second.goto(`/organizer/events/${event_id}/edit`);
  const premium = second.getByRole("textbox", { name: "Premium", exact: true });
  await premium.fill("120");
  await change(page, event_id, async () => {
    await page.getByRole("textbox", { name: "Premium", exact: true }).fill("99");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Changed by both");
  });

  await press(page.getByRole("main").getByRole("link", { name: "Change", exact: true }));
  await expect(page.getByRole("textbox", { name: "Premium", exact: true })).toHaveValue("99.00");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Changed by both");

  monitor.expect("409 /api/trpc/event.change");
  await press(second.getByRole("button", { name: "Save 1 change" }));
  await press(second.getByRole("dialog").getByRole("button", { name: "Save", exact: true }));
  await expect(second.getByText("Someone else changed this event meanwhile.")).toBeVisible();
  await expect(second.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Changed by both");
  const prices = second.getByRole("group", { name: "You both changed the prices" });
  await expect(prices.getByRole("radio", { name: /^Yours: .*Premium 120/ })).toBeChecked();
  await press(prices.getByRole("radio", { name: /^Theirs: .*Premium 99/ }));
  await expect(premium).toHaveValue("99.00");
  await expect(second.getByText("Someone else changed this event meanwhile.")).toBeVisible();
  await expect(second.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
});

test("a buyer at the checkout reads the terms, then that the event has moved, then that it was called off", {
  tag: "@one-size",
}, async ({ page, host, meetVisitor }) => {
  const concert = await host.announce("Moved before it is paid", 30, { cancellation_policy: null });
  await host.signIn(page);
  const buyer = await meetVisitor();
  await buyer.goto(`/events/${concert.event_id}`);
  await expect(buyer.getByText("You can’t cancel a booking")).toBeVisible();
  await openPayment(buyer, concert, ["A-1"]);
  await expect(buyer.getByText("You can’t cancel afterwards, unless the event is moved or cancelled.")).toBeVisible();
  await change(page, concert.event_id, () => moveTo(page, "21:15"));
  const told = buyer
    .getByRole("alert")
    .filter({ hasText: /^This event has moved: it now begins on .*(21:15|9:15 PM)/ });
  await expect(told).toBeVisible();
  await expect(told).toContainText("You held your seats for");
  await expect(buyer.getByText(/^You can cancel for a full refund until /)).toBeVisible();
  await expect(buyer.getByRole("region", { name: "Your order" })).toContainText(/21:15|9:15 PM/);

  await press(page.getByRole("button", { name: "Cancel event" }));
  await press(page.getByRole("dialog").getByRole("button", { name: /^Cancel/ }));
  await expect(buyer.getByRole("heading", { name: "This event was cancelled" })).toBeFocused();
});
