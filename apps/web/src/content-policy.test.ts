import { expect, test } from "vitest";
import { writeContentPolicy } from "./content-policy";

const rulesOf = (policy: string) => new Map(policy.split("; ").map((rule) => rule.split(/ (.*)/s) as [string, string]));

test("scripts run only with the answer's own nonce", () => {
  const rules = rulesOf(writeContentPolicy("abc", false));
  expect(rules.get("script-src")).toBe("'self' 'nonce-abc' 'strict-dynamic'");
  expect(rules.get("style-src")).toBe("'self' 'nonce-abc'");
});

test("nothing is fetched from elsewhere and nobody may frame the site", () => {
  const policy = writeContentPolicy("abc", false);
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  expect(rulesOf(policy).get("frame-ancestors")).toBe("'none'");
});

test("eval is allowed while developing alone", () => {
  expect(writeContentPolicy("abc", true)).toContain("'unsafe-eval'");
});
