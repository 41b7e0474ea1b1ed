import type { CDPSession, Page } from "@playwright/test";
import { afterPaint } from "./after-paint";

/** A window and the size of the text that its reader set, both in CSS pixels. */
export type Window = { width: number; text: number };

/** The sizes of WCAG 1.4.10 and 1.4.4, and the two that the design is drawn for. */
export const windows: readonly Window[] = [
  { width: 320, text: 16 },
  { width: 360, text: 32 },
  { width: 360, text: 16 },
  { width: 1440, text: 16 },
];

/** What sticks out of the window to the side, innermost elements only, and how wide the page is. Nothing where it fits. */
export async function findWide(page: Page, browser: CDPSession, { width, text }: Window): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await browser.send("Page.setFontSizes", { fontSizes: { standard: text } });
  await page.waitForFunction((size) => getComputedStyle(document.documentElement).fontSize === size, `${text}px`);
  await afterPaint(page);
  return page.evaluate(() => {
    const room = window.innerWidth;
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    if (wide <= room) return [];
    const clips = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== "visible" || clips(element.parentElement));
    const isOut = (element: Element) =>
      element.getBoundingClientRect().right > room + 0.5 && !clips(element.parentElement);
    const out = [...document.body.querySelectorAll("*")].filter(isOut);
    const inner = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
    const describe = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${element.textContent?.slice(0, 60)}`;
    return [`${wide} px of ${room}`, ...inner.map(describe)];
  });
}
