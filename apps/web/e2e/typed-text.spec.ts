import type { Page } from "@playwright/test";
import { holdSeats, openEvent, pickSeat } from "./picker";
import { expect, test } from "./story";

const names = {
  "160 letters without a space": "Donaudampfschifffahrtsgesellschaft".repeat(5).slice(0, 160),
  "an Arabic name with digits": "حفلة موسيقية (2027): أم كلثوم",
  "signs of other sorts": "👩‍👩‍👧‍👦 <b>東京</b> & “คอนเสิร์ต” ".repeat(4).trim(),
};

test("the card of an event comes as a picture, whatever its name is written in", { tag: "@one-size" }, async ({
  page,
  host,
}) => {
  for (const name of Object.values(names)) {
    const { event_id } = await host.announce(name, 30);
    await page.goto(`/events/${event_id}`);
    const address = await page.locator('meta[property="og:image"]').getAttribute("content");
    const { pathname, search } = new URL(address ?? "");
    const card = await page.request.get(pathname + search);
    expect(card.headers()["content-type"]).toBe("image/png");
    expect((await card.body()).length).toBeGreaterThan(10_000);
  }
});

test.describe("on a server with holds of six seconds", () => {
  test.use({ server: "shortLived" });

  test("a page that the browser translated keeps counting", { tag: "@one-size" }, async ({ page, concert }) => {
    await openEvent(page, concert);
    await pickSeat(page, "Row C, seat 5");
    await holdSeats(page);
    const left = page.getByRole("region", { name: /^Seats held for you/ }).getByText(/^0:0\d left$/);
    const before = await left.textContent();
    await translate(page);
    await expect(left).not.toHaveText(before ?? "");
  });
});

/** What browsers do to translate a page: each text is replaced by one within an element of theirs. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.data.trim() === "" || text.parentElement?.closest("script, style")) continue;
      const font = document.createElement("font");
      font.textContent = text.data;
      text.replaceWith(font);
    }
  });
}
