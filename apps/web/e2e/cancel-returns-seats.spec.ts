import { buyOverRest } from "./guest";
import { holdSeats, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

test("a cancellation shows the refund first, then puts the seats back on sale", { tag: "@one-size" }, async ({
  page,
  concert,
  meetVisitor,
}) => {
  await page.goto(await buyOverRest(page, concert, ["F-1", "F-2"]));
  const visitor = await meetVisitor();
  await openEvent(visitor, concert);
  await expect(seatOn(visitor, "Row F, seat 1")).toHaveAccessibleName(/, taken/);

  const cancel = page.getByRole("button", { name: /^Cancel booking/ });
  const dialog = page.getByRole("dialog", { name: "Cancel this booking?" });
  await press(cancel);
  await expect(dialog).toContainText(/Your refund\s*US\$170/);
  await press(dialog.getByRole("button", { name: "Keep my seats" }));
  await expect(dialog).toBeHidden();

  await press(cancel);
  await press(dialog.getByRole("button", { name: "Cancel and refund US$170" }));
  await expect(page.getByText("This booking is cancelled")).toBeVisible();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeHidden();
  await expect(cancel).toBeHidden();

  await expect(seatOn(visitor, "Row F, seat 1")).toHaveAccessibleName(/, available/);
  await pickSeat(visitor, "Row F, seat 1");
  await holdSeats(visitor);

  await page.goto("/bookings");
  await expect(page.getByRole("region", { name: /^Cancelled/ }).getByRole("listitem")).toContainText(/US\$170/);
});

test("cancels a booking in the list of bookings", { tag: "@one-size" }, async ({ page, concert }) => {
  await page.goto(await buyOverRest(page, concert, ["G-4"]));
  await press(page.getByRole("main").getByRole("link", { name: "My bookings" }));
  // The ticket has a button of the same name.
  await expect(page.getByRole("heading", { name: "My bookings", exact: true })).toBeVisible();
  await press(page.getByRole("button", { name: `Cancel booking for ${concert.name}` }));
  const dialog = page.getByRole("dialog", { name: "Cancel this booking?" });
  await press(dialog.getByRole("button", { name: "Cancel and refund US$85" }));
  await expect(
    page.getByRole("region", { name: /^Cancelled/ }).getByRole("link", { name: concert.name }),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: /^Upcoming/ })).toBeHidden();
});
