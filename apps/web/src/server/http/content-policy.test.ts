import { expect, test } from "vitest";
import { themeScript } from "~/features/site/theme";
import { hashSource, writeNoncePolicy, writePermissions, writeSharedPolicy } from "./content-policy";

const rulesOf = (policy: string) => new Map(policy.split("; ").map((rule) => rule.split(/ (.*)/s) as [string, string]));
const theme = hashSource(themeScript);
const policies = [
  writeNoncePolicy("abc", "ordinary", false),
  writeNoncePolicy("abc", "payment", false),
  writeNoncePolicy("abc", "door", false),
  writeSharedPolicy([hashSource("a()")]),
];

test("one visitor's page runs scripts with its nonce, and the theme's", () => {
  const rules = rulesOf(writeNoncePolicy("abc", "ordinary", false));
  expect(rules.get("script-src")).toBe(`'self' 'nonce-abc' 'strict-dynamic' ${theme}`);
  expect(rules.get("style-src")).toBe("'self' 'nonce-abc'");
});

test("everyone's page runs its own inline scripts, each named once, and files of the site", () => {
  const [a, b] = [hashSource("a()"), hashSource("b()")];
  const rules = rulesOf(writeSharedPolicy([a, b, a]));
  expect(rules.get("script-src")).toBe(`'self' ${theme} ${a} ${b}`);
  expect(rules.get("style-src")).toBe("'self'");
});

test("a hash is that of the script's text", () => {
  expect(hashSource("alert(1)")).toBe("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
});

test("the checkout lets Stripe in where Stripe takes the payments, and differs in nothing else", () => {
  const [plain, stripe] = (["payment", "stripe"] as const).map((kind) => rulesOf(writeNoncePolicy("abc", kind, false)));
  const added = [...(stripe ?? [])].filter(([name, value]) => plain?.get(name) !== value);
  expect(Object.fromEntries(added)).toEqual({
    "script-src": `${plain?.get("script-src")} https://js.stripe.com https://*.js.stripe.com`,
    "frame-src": "https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com",
    "connect-src": "'self' https://api.stripe.com",
  });
  expect([...(plain ?? [])].filter(([name]) => !stripe?.has(name))).toEqual([]);
});

test.each(policies)("allows no other origin and no framing: %s", (policy) => {
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  expect(rulesOf(policy).get("frame-ancestors")).toBe("'none'");
});

test("where one pays, and at the door, no form is sent anywhere", () => {
  expect(policies.map((policy) => rulesOf(policy).get("form-action"))).toEqual([
    "'self'",
    "'none'",
    "'none'",
    "'self'",
  ]);
});

test("only the door may ask for a camera", () => {
  expect((["ordinary", "stripe", "door"] as const).map(writePermissions)).toEqual([
    "camera=(), geolocation=(), microphone=()",
    "camera=(), geolocation=(), microphone=()",
    "camera=(self), geolocation=(), microphone=()",
  ]);
});

test("allows eval in development only", () => {
  expect(writeNoncePolicy("abc", "ordinary", true)).toContain("'unsafe-eval'");
});
