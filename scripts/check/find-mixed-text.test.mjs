import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findMixedText } from "./find-mixed-text.mjs";
import { listFiles } from "./list-files.mjs";

const root = join(import.meta.dirname, "../..");
const inElement = (children) => findMixedText("page.tsx", `const page = <p>${children}</p>;`);

test("each changing text of the site has an element of its own", () => {
  const sources = listFiles(root).filter((path) => /^apps\/web\/src\/.*\.tsx$/.test(path));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap((path) => findMixedText(path, readFileSync(join(root, path), "utf8")))).toEqual([]);
});

test.each([
  "{formatLeft(left)} left",
  "Held for you: {countSeats(seats.length)}",
  '{low}{high ? " to " + formatMoney(high) : null}',
  "<Icon />{formatClock(now)}",
])("%s is found", (children) => {
  expect(inElement(children)).toEqual(["page.tsx:1"]);
});

test.each([
  "{formatLeft(left)}",
  '{formatLeft(left) + " left"}',
  "Held for you <span>{formatLeft(left)}</span>",
  "\n  {formatLeft(left)}\n",
  "{seats.map((seat) => <b>{formatMoney(seat.price)}</b>)} in all",
])("%s is fine", (children) => {
  expect(inElement(children)).toEqual([]);
});
