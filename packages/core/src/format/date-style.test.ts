import { expect, test } from "vitest";
import { readDateStyle } from "./date-style.ts";

test.each([
  ["en-US,en;q=0.9", { monthFirst: true, hour12: true }],
  ["en-GB,en;q=0.9", { monthFirst: false, hour12: false }],
  ["de-DE,de;q=0.9,en-US;q=0.8", { monthFirst: false, hour12: false }],
  ["en-AU", { monthFirst: false, hour12: true }],
  ["ja-JP", { monthFirst: true, hour12: false }],
  ["*", { monthFirst: false, hour12: false }],
  ["!?, en-US", { monthFirst: true, hour12: true }],
  ["", { monthFirst: false, hour12: false }],
  [null, { monthFirst: false, hour12: false }],
])("reads the style of %j", (header, style) => {
  expect(readDateStyle(header)).toEqual(style);
});
