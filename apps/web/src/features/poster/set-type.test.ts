import { expect, test } from "vitest";
import { fitText, measureText, wrapText } from "./set-type";

test("measures an accented letter like its base letter", () => {
  expect(measureText("Dvořák")).toBeCloseTo(measureText("Dvorak"), 5);
});

test("wraps lines within the width and loses no word", () => {
  const text = "Shostakovich: Violin Concerto in A Minor";
  const lines = wrapText(text, 8);
  expect(lines.join(" ")).toBe(text);
  for (const line of lines) expect(measureText(line)).toBeLessThanOrEqual(8);
});

test("keeps a number with its prefix", () => {
  expect(wrapText("Symphony No. 5", measureText("Symphony No."))).toEqual(["Symphony", "No.\u00a05"]);
});

test("takes the largest size that fits", () => {
  const box = { width: 500, height: 200, leading: 1 };
  expect(fitText("Messiah", box, [200, 100, 50])).toEqual({ size: 100, lines: ["Messiah"] });
});

test("cuts a text that fits at no size with an ellipsis", () => {
  const { lines } = fitText("one two three four five six seven eight", { width: 100, height: 40, leading: 1 }, [20]);
  expect(lines).toHaveLength(2);
  expect(lines.at(-1)).toMatch(/…$/);
});

test.each([
  "久石譲「もののけ姫」シンフォニー組曲と交響曲第三番",
  "Donaudampfschifffahrtsgesellschaftskapitän",
  "คอนเสิร์ตเพลงไทยเดิมวงใหญ่",
  "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
  "И".repeat(60),
])("breaks %s although it has no space, and loses no letter", (text) => {
  const { size, lines } = fitText(text, { width: 520, height: 5000, leading: 1 }, [60, 40]);
  expect(lines.join("")).toBe(text);
  for (const line of lines) expect(measureText(line) * size).toBeLessThanOrEqual(520);
});

test("starts no line with a closing sign", () => {
  for (const line of wrapText("久石譲「もののけ姫」、組曲。", 3)) expect(line).not.toMatch(/^[」、。ー]/);
});

test("cuts between letters, not within one", () => {
  const { lines } = fitText("👩‍👩‍👧‍👦".repeat(9), { width: 200, height: 40, leading: 1 }, [20]);
  expect(lines.at(-1)).toMatch(/^(?:👩‍👩‍👧‍👦)+…$/);
});
