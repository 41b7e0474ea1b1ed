import type { Page } from "@playwright/test";
import { afterPaint } from "./after-paint";

/** In forced colors: the buttons without an edge, and what is chosen but looks like its neighbor that is not. */
export async function findUnmarked(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  await page.waitForFunction(() => matchMedia("(forced-colors: active)").matches);
  await afterPaint(page);
  const found = await page.evaluate(lookAround);
  await page.emulateMedia({ forcedColors: "none" });
  return found;
}

function lookAround(): string[] {
  const isShown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown);
  const hasEdge = (element: Element) => {
    const { borderTopWidth, borderTopStyle } = getComputedStyle(element);
    return borderTopWidth !== "0px" && borderTopStyle !== "none";
  };
  const looks = (element: Element) => {
    const { backgroundColor, color, borderColor, borderWidth, outline } = getComputedStyle(element);
    return [backgroundColor, color, borderColor, borderWidth, outline].join();
  };
  const nearest = (element: Element, selector: string): Element | undefined => {
    for (let within = element.parentElement; within; within = within.parentElement) {
      const found = [...within.querySelectorAll(selector)].find(isShown);
      if (found) return found;
    }
    return undefined;
  };
  /** A radio button that is seen shows its state itself. */
  const hidesRadio = (label: Element) => {
    const radio = label.querySelector("input");
    return radio !== null && (getComputedStyle(radio).opacity === "0" || radio.clientWidth <= 1);
  };
  const pairs = [
    ...all("[aria-pressed=true]").map((on) => [on, nearest(on, "[aria-pressed=false]")] as const),
    ...all("[role=tab][aria-selected=true]").map((on) => [on, nearest(on, "[aria-selected=false]")] as const),
    ...all("[aria-current]").map((on) => [on, nearest(on, `${on.tagName}:not([aria-current])`)] as const),
    ...all("label:has(> input[type=radio]:checked)")
      .filter(hidesRadio)
      .map((on) => [on, nearest(on, "label:has(> input[type=radio]:not(:checked))")] as const),
  ];
  return [
    ...all("button")
      .filter((button) => !hasEdge(button))
      .map((button) => `no edge: ${button.outerHTML.slice(0, 160)}`),
    ...pairs
      .filter(([on, off]) => off && looks(on) === looks(off))
      .map(([on]) => `not marked: ${on.outerHTML.slice(0, 160)}`),
  ];
}
