import { expect, test } from "vitest";
import { writeContentPolicy } from "./content-policy";

const rulesOf = (policy: string) => new Map(policy.split("; ").map((rule) => rule.split(/ (.*)/s) as [string, string]));

test("runs scripts only with the response's nonce", () => {
  const rules = rulesOf(writeContentPolicy("abc", false));
  expect(rules.get("script-src")).toBe("'self' 'nonce-abc' 'strict-dynamic'");
  expect(rules.get("style-src")).toBe("'self' 'nonce-abc'");
});

test("allows no other origin and no framing", () => {
  const policy = writeContentPolicy("abc", false);
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  expect(rulesOf(policy).get("frame-ancestors")).toBe("'none'");
});

test("allows eval in development only", () => {
  expect(writeContentPolicy("abc", true)).toContain("'unsafe-eval'");
});
