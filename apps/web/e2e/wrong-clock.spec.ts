import { listHydrated } from "./listing";
import { openEvent } from "./picker";
import { expect, test } from "./story";

const monthMs = 30 * 86_400_000;

test("a visitor's clock that is months ahead does not end a sale", { tag: "@one-size" }, async ({ page, host }) => {
  const concert = await host.announce("A sale that goes on", 30);
  await host.untilListed(concert);
  await page.clock.setFixedTime(Date.now() + 3 * monthMs);
  await page.goto(`/?city=${encodeURIComponent(concert.city)}`);
  await listHydrated(page);
  const row = page.getByRole("listitem").filter({ hasText: concert.name });
  await expect(row).toContainText("100 left");
  await expect(row).not.toContainText("Sale ended");
  await openEvent(page, concert);
  await expect(page.getByRole("heading", { name: "Choose your seats" })).toBeVisible();
});
