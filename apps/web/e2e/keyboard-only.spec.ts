import { expectTicket } from "./checkout";
import { tabTo } from "./keyboard";
import { expectFound } from "./listing";
import { expect, test } from "./story";

test("buys seats by keyboard alone", async ({ page, concert, organizer }) => {
  const { keyboard } = page;
  await organizer.untilListed(concert);
  await page.goto("/");
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await tabTo(page, page.getByRole("textbox", { name: "Search by artist, work or hall" }));
  await keyboard.type(concert.name);
  await expectFound(page, concert.name);
  await tabTo(page, page.getByRole("link", { name: concert.name, exact: true }));
  await keyboard.press("Enter");

  await tabTo(page, page.getByRole("gridcell"));
  const focused = page.getByRole("gridcell").and(page.locator(":focus"));
  await keyboard.press("Control+Home");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row A, seat 1, Premium, US\$85, available/);
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await keyboard.press("End");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row C, seat 10,/);
  await keyboard.press("ArrowLeft");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row C, seat 9,/);
  await keyboard.press("Enter");
  await expect(focused).toHaveAccessibleName(/available, selected/);
  await keyboard.press("ArrowLeft");
  await keyboard.press("Space");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row C, seat 8,.* available, selected/);

  await tabTo(page, page.getByRole("button", { name: "Hold seats" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Continue to payment" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("textbox", { name: "E-mail address" }));
  await keyboard.type("buyer@example.com");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Payment" })).toBeFocused();
  await tabTo(page, page.getByRole("radio", { name: /^A card that works/ }));
  await tabTo(page, page.getByRole("button", { name: "Pay US$170" }));
  await keyboard.press("Enter");
  await expectTicket(page);
});

test("a dialog takes the focus, and Escape closes it and returns the focus", { tag: "@one-size" }, async ({
  page,
  concert,
}) => {
  const { keyboard } = page;
  await page.goto(`/events/${concert.event_id}`);
  await tabTo(page, page.getByRole("gridcell"));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Hold seat" }));
  await keyboard.press("Enter");
  const release = page.getByRole("button", { name: "Release seat" });
  await tabTo(page, release);
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Release this seat?" });
  await expect(dialog).toBeVisible();
  await keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(release).toBeFocused();
});
