import { expect, it } from "vitest";
import { fold } from "./fold.ts";

it.each([
  ["Dvořák ÅNGSTRÖM", "dvorak angstrom"],
  ["Dvor\u030ca\u0301k", "dvorak"],
  ["Witold LUTOSŁAWSKI", "witold lutoslawski"],
  ["Søren Strauß, Œuvre", "soren strauss, oeuvre"],
  ["Чайковский", "чаиковскии"],
  ["久石譲", "久石譲"],
  ["PLAIN (no. 1)", "plain (no. 1)"],
])("%s is folded to %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});
