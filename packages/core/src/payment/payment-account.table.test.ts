import { expect, test } from "vitest";
import type { OrganizationId } from "../ids.ts";
import { mostRequirements, putAccount, toPaymentAccount } from "./payment-account.table.ts";

const requirements = Array.from({ length: mostRequirements + 10 }, (_, i) => `individual.${i}`);

test("of a long list of what the gateway wants, the beginning is kept", () => {
  const account = { account_id: "acct_1", state: "onboarding", charges_enabled: false, requirements } as const;
  const [stored] = putAccount("organization-00001" as OrganizationId, { ...account, requirements }, 0);
  expect(stored).toMatchObject({ values: { ":requirements": requirements.slice(0, mostRequirements) } });
});

test("what was asked for and not answered is no account", () => {
  expect(toPaymentAccount(null)).toBeNull();
  expect(toPaymentAccount({ begun_at: "2026-11-28T00:00:00.000Z" })).toBeNull();
});
