import type { Page } from "@playwright/test";
import { noticeIn, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

const zone = (page: Page, name: string) =>
  page.getByRole("group", { name: "Zones" }).getByRole("button", { name: new RegExp(`^${name}`) });
const opacityOf = (page: Page, name: string) =>
  seatOn(page, name).evaluate((seat) => Number(getComputedStyle(seat).fillOpacity));

test("a zone means the same on the map, in the list and at a press", async ({ page, concert }) => {
  await openEvent(page, concert);
  await press(zone(page, "Balcony"));
  await expect.poll(() => opacityOf(page, "Row E, seat 5")).toBeLessThan(0.5);
  expect(await opacityOf(page, "Row J, seat 5")).toBe(1);

  // Where seats are small, the first tap zooms in.
  await press(page.getByRole("button", { name: "Zoom in" }));
  const question = "Stalls, Row E, seat 5 is in Premium. Press it again to take it anyway.";
  await press(seatOn(page, "Row E, seat 5"));
  await expect(noticeIn(page, question)).toBeVisible();
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(0);
  await press(page.getByRole("button", { name: "Take it anyway" }));
  await expect(page.getByRole("gridcell", { selected: true })).toHaveAccessibleName(/^Stalls, Row E, seat 5,/);
  await expect(noticeIn(page, question)).toBeHidden();
  await expect.poll(() => opacityOf(page, "Row E, seat 5")).toBe(1);

  await press(page.getByRole("button", { name: "List", exact: true }));
  const section = page.getByRole("combobox", { name: "Section" });
  await expect(section.getByRole("option")).toHaveText(["Stalls: 0 match", "Balcony: 20 match"]);
  await expect(page.getByText("0 of 80 seats are free and match")).toBeVisible();
  await section.selectOption({ label: "Balcony: 20 match" });
  await expect(page.getByRole("toolbar")).toHaveCount(2);
  await press(page.getByRole("button", { name: "Show all" }));
  await expect(section.getByRole("option")).toHaveText(["Stalls", "Balcony"]);
});

test("a filter touches the drawing and no seat", { tag: "@one-size" }, async ({ page, concert }) => {
  await openEvent(page, concert);
  const watched = await page.locator(".seat-svg").evaluateHandle((drawing) => {
    const touched: string[] = [];
    new MutationObserver((changes) => {
      // The tab stop moves on to a seat that matches.
      for (const { target, attributeName } of changes)
        if (attributeName !== "tabindex") touched.push((target as Element).getAttribute("role") ?? "");
    }).observe(drawing, { subtree: true, attributes: true });
    return touched;
  });
  await press(zone(page, "Balcony"));
  await press(page.getByRole("group", { name: "Seats with" }).getByRole("button", { name: /^Wheelchair/ }));
  await expect.poll(() => opacityOf(page, "Row J, seat 5")).toBeLessThan(0.5);
  expect(new Set(await watched.jsonValue())).not.toContain("gridcell");
});

test("a party that has no place there is asked about, and the keyboard goes from match to match", {
  tag: "@one-size",
}, async ({ page, concert }) => {
  const { keyboard } = page;
  await openEvent(page, concert);
  await press(page.getByRole("group", { name: "Seats with" }).getByRole("button", { name: /^Wheelchair/ }));
  await press(page.getByRole("group", { name: "How many together?" }).getByRole("button", { name: "2", exact: true }));
  await pickSeat(page, "Row H, seat 1");
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(2);
  const focused = page.getByRole("gridcell").and(page.locator(":focus"));
  await expect(focused).toHaveAccessibleName(/^Stalls, Row H, seat 1,/);
  await keyboard.press("n");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row H, seat 2,/);
  await keyboard.press("n");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row H, seat 9,/);
  await keyboard.press("Shift+N");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row H, seat 2,/);

  await press(page.getByRole("button", { name: "Show all" }));
  await press(page.getByRole("group", { name: "How many together?" }).getByRole("button", { name: "9" }));
  await pickSeat(page, "Row H, seat 9");
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(9);
});

test("a row of the list is one tab stop, and arrows lead along it and to the next", { tag: "@one-size" }, async ({
  page,
  concert,
}) => {
  const { keyboard } = page;
  await openEvent(page, concert);
  await press(page.getByRole("button", { name: "List", exact: true }));
  const focused = page.locator(":focus");
  // A row's seats are drawn once it is near the screen.
  await expect(page.getByRole("button", { name: /^Stalls, Row A, seat 1,/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Section" }).focus();
  await keyboard.press("Tab");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row A, seat 1,/);
  await keyboard.press("Tab");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row B, seat 1,/);
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row B, seat 3,/);
  await keyboard.press("Enter");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row B, seat 3,.* available, selected/);
  await keyboard.press("ArrowDown");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row C, seat 1,/);
  await keyboard.press("End");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row C, seat 10,/);
  await keyboard.press("ArrowUp");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row B, seat 3,/);
  await keyboard.press("Shift+Tab");
  await expect(focused).toHaveAccessibleName(/^Stalls, Row A, seat 1,/);
});

test("the whole hall is in the map when its event is opened", async ({ page, concert }) => {
  await openEvent(page, concert);
  const outside = await page.locator(".seat-host").evaluate((map) => {
    const frame = map.getBoundingClientRect();
    return [...map.querySelectorAll("[data-seat]")].filter((seat) => {
      const { left, right, top, bottom } = seat.getBoundingClientRect();
      return left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom;
    }).length;
  });
  expect(outside).toBe(0);
});

test("forced colors show what is chosen and where buttons end", { tag: "@one-size" }, async ({ page, concert }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openEvent(page, concert);
  await press(zone(page, "Balcony"));
  await pickSeat(page, "Row J, seat 5");
  const highlight = await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", "<mark id='system' style='background: Highlight'></mark>");
    return getComputedStyle(document.querySelector("#system") ?? document.body).backgroundColor;
  });
  for (const name of [/^Map$/, /^Balcony/, /^One by one$/])
    await expect(page.getByRole("button", { name, pressed: true }).first()).toHaveCSS("background-color", highlight);
  const hold = page.getByRole("button", { name: "Hold seat" });
  expect(await hold.evaluate((button) => Number.parseFloat(getComputedStyle(button).borderTopWidth))).toBeGreaterThan(
    0,
  );
});
