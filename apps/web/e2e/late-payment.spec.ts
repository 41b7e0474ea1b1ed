import { openPayment } from "./checkout";
import { press, seatOn } from "./picker";
import { expect, test } from "./story";

test("a payment that came too late says that the money is back, and shows seats that are as good", {
  tag: "@one-size",
}, async ({ page, concert, monitor }) => {
  monitor.expect("409 /api/trpc/hold.confirm");
  await openPayment(page, concert, ["C-3", "C-4"]);
  // Of a bank that answers once the hold is over and its seats are sold, which only an outage brings about.
  await page.route(/\/api\/trpc\/hold\.confirm/, (route) => {
    const failure = {
      error_code: "SEATS_UNAVAILABLE",
      error: "These seats were just taken.",
      details: { seats: ["C-3"], alternatives: [["D-3", "D-4"]] },
    };
    return route.fulfill({ status: 409, json: failure });
  });
  await press(page.getByRole("button", { name: "Pay US$170" }));
  await expect(page.getByRole("heading", { level: 1, name: "These seats went to someone else" })).toBeFocused();
  await expect(page.getByText(/You pay nothing: what your bank had reserved is released\.$/)).toBeVisible();
  await press(page.getByRole("link", { name: "See 2 seats as good" }));
  for (const seat of ["Row D, seat 3", "Row D, seat 4"])
    await expect(seatOn(page, seat)).toHaveAccessibleName(/available, selected/);
});
