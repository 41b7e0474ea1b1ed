import { chooseCard, expectTicket, openPayment } from "./checkout";
import { openEvent, press, seatOn } from "./picker";
import { expect, test } from "./story";

test("a declined card charges nothing and keeps the seats for another card", { tag: "@one-size" }, async ({
  page,
  concert,
  monitor,
  meetVisitor,
}) => {
  monitor.expect("400 /api/trpc/hold.confirm");
  await openPayment(page, concert, ["B-4", "B-5"]);
  await chooseCard(page, "A declined card");
  await press(page.getByRole("button", { name: "Pay US$170" }));

  const problem = page.getByRole("main").getByRole("alert");
  await expect(problem).toContainText("Your bank declined this card.");
  await expect(problem).toContainText("Nothing was charged, and your seats are still held.");
  await expect(page.getByRole("timer")).toBeVisible();

  const visitor = await meetVisitor();
  await openEvent(visitor, concert);
  await expect(seatOn(visitor, "Row B, seat 4")).toHaveAccessibleName(/, on hold/);
  await expect(seatOn(visitor, "Row B, seat 5")).toHaveAccessibleName(/, on hold/);

  await chooseCard(page, "A card that works");
  await press(page.getByRole("button", { name: "Pay US$170" }));
  await expectTicket(page);
  await expect(seatOn(visitor, "Row B, seat 4")).toHaveAccessibleName(/, taken/);
});
