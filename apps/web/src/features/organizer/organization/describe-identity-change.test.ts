import { expect, test } from "vitest";
import { describeIdentityChange } from "./describe-identity-change";

test.each([
  [{ name: "Opera" }, 1, /^Buyers see it within half a minute/],
  [
    { terms_url: "https://opera.example/terms" },
    1,
    /^Whoever picks seats from now on accepts the terms at the new address/,
  ],
  [{ terms_url: null }, 1, /^From now on buyers accept no terms/],
  [{ vat_id: null, terms_url: null }, 2, /^Buyers see it/],
  [{ payment_methods: ["card" as const] }, 1, /^From now on seats are paid by card at once/],
  [
    { payment_methods: ["card" as const, "invoice" as const] },
    1,
    /^From now on buyers who signed in by mail may also reserve/,
  ],
  [{ payment_methods: ["invoice" as const] }, 1, /^From now on nobody pays by card/],
  [{}, 0, null],
])("of %j buyers are told to notice %i things", (changes, count, first) => {
  const points = describeIdentityChange(changes);
  expect(points).toHaveLength(count);
  if (first) expect(points[0]).toMatch(first);
});
