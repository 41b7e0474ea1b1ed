import { chooseCard, expectTicket, openPayment } from "./checkout";
import { press } from "./picker";
import { expect, test } from "./story";

test("a challenged payment keeps the seats if refused and books them if approved", { tag: "@one-size" }, async ({
  page,
  concert,
  monitor,
}) => {
  monitor.expect("400 /api/trpc/hold.confirm");
  await openPayment(page, concert, ["A-5"]);

  const question = page.getByRole("heading", { name: "Do you approve this payment?" });
  await chooseCard(page, "A card that needs approval");
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await expect(question).toBeVisible();
  await expect(page).toHaveURL(/\/challenge\/holding-\d+$/);
  await press(page.getByRole("button", { name: "Refuse" }));
  await expect(page).toHaveURL(/\/checkout\/holding-\d+$/);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Nothing was charged");

  await chooseCard(page, "A card that needs approval");
  await press(page.getByRole("button", { name: "Pay US$85" }));
  await expect(question).toBeVisible();
  // A reload of the bank's page asks again.
  await page.reload();
  await press(page.getByRole("button", { name: "Approve" }));
  await expectTicket(page);
});
