import { holdSeats, noticeIn, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

// Its API takes four seats a hold.
test.use({ server: "shortLived" });

test("parties and the selection end at the seats that one hold may have", { tag: "@one-size" }, async ({
  page,
  concert,
}) => {
  await openEvent(page, concert);
  const sizes = page.getByRole("group", { name: "How many together?" });
  await expect(sizes.getByRole("button")).toHaveText(["One by one", "2", "3", "4"]);
  await press(sizes.getByRole("button", { name: "4" }));
  await pickSeat(page, "Row D, seat 5");
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(4);

  await press(sizes.getByRole("button", { name: "One by one" }));
  await press(seatOn(page, "Row D, seat 8"));
  await expect(noticeIn(page, "You can hold up to 4 seats at once.")).toBeVisible();
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(4);
  await holdSeats(page);
  await expect(page.getByRole("gridcell", { name: /, held for you/ })).toHaveCount(4);
});
