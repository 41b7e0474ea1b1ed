import { chooseCard, comeToPay, expectTicket } from "./checkout";
import { press } from "./picker";
import { expect, test } from "./story";

test("a bank that asks first: refused, the seats stay; approved, they are booked", async ({ page, concert, watch }) => {
  watch.foresee("400 /api/trpc/hold.confirm");
  await comeToPay(page, concert, ["A-5"]);

  const question = page.getByRole("heading", { name: "Do you approve this payment?" });
  await chooseCard(page, "A card that asks you first");
  await press(page.getByRole("button", { name: "Pay $85" }));
  await expect(question).toBeVisible();
  await expect(page).toHaveURL(/\/challenge\/holding-\d+$/);
  await press(page.getByRole("button", { name: "Refuse" }));
  await expect(page).toHaveURL(/\/checkout\/holding-\d+$/);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Nothing was charged");

  await chooseCard(page, "A card that asks you first");
  await press(page.getByRole("button", { name: "Pay $85" }));
  await expect(question).toBeVisible();
  // Whoever reloads the bank's page is asked the same thing.
  await page.reload();
  await press(page.getByRole("button", { name: "Approve" }));
  await expectTicket(page);
});
