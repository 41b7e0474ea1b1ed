import { expect, it } from "vitest";
import { describeWaiting } from "./describe-withdrawal.ts";

it("lists who waits for the operator, and why", () => {
  const since = "2026-11-27T09:00:00Z";
  const facts = { organization_id: "organization-00001" as never, since, name: "House", vat_id: null };
  const said = describeWaiting([
    { ...facts, legal_name: null, isNew: true },
    { ...facts, legal_name: "Great Opera", isNew: false },
  ]);
  const lines = said
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/ {2,}/));
  expect(lines).toEqual([
    ["organization", "why", "since", "name", "legal name", "VAT id"],
    ["organization-00001", "new", since, "House", "-", "-"],
    ["organization-00001", "renamed", since, "House", "Great Opera", "-"],
  ]);
  expect(describeWaiting([])).toBe("No organization waits for approval.\n");
});
