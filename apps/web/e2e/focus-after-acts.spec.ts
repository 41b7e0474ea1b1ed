import { holdOverRest } from "./guest";
import { tabTo } from "./keyboard";
import { openEvent, pickSeat, press } from "./picker";
import { expect, test } from "./story";

test("after a hold, and after its release, the focus is on the sentence that says so", async ({ page, concert }) => {
  const { keyboard } = page;
  const focused = page.locator(":focus");
  await openEvent(page, concert);
  await pickSeat(page, "Row G, seat 2");
  await pickSeat(page, "Row G, seat 3");
  await page.getByRole("button", { name: "Hold seats" }).focus();
  await keyboard.press("Enter");
  await expect(focused).toHaveText(/^Stalls, Row G, seats 2 and 3 are held until \d\d:\d\d\.$/);
  await tabTo(page, page.getByRole("button", { name: "Release seats" }));
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Release these 2 seats?" });
  await dialog.getByRole("button", { name: /^Release/ }).focus();
  await keyboard.press("Enter");
  await expect(focused).toHaveText("2 seats are back on sale.");
});

test("seats taken in place of lost ones have the focus, and one sentence names them", async ({
  page,
  concert,
  meetVisitor,
}) => {
  await openEvent(page, concert);
  await pickSeat(page, "Row C, seat 5");
  await holdOverRest(await meetVisitor(), concert, ["C-5"]);
  const take = page.getByRole("button", { name: /^Take Stalls, Row \w, seat \d+$/ });
  await take.focus();
  const taken = (await take.innerText()).replace(/^Take /, "");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Selected seats" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: `${taken} added. 1 seat selected.` })).toHaveCount(1);

  // On a phone the list is folded.
  const unfold = page.getByRole("button", { name: /^1 seat/ });
  if (await unfold.isVisible()) await press(unfold);
  await page.getByRole("button", { name: `Remove ${taken}` }).press("Enter", { noWaitAfter: true });
  await expect(page.getByRole("region", { name: "Selected seats" })).toBeFocused();
});
