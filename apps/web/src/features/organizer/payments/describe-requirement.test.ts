import { expect, test } from "vitest";
import { describeRequirements } from "./describe-requirement";

test("says once in words what Stripe wants, and that there is more where it has no words", () => {
  expect(
    describeRequirements([
      ...["external_account", "individual.first_name", "individual.dob.day", "tos_acceptance.date"],
      ...["person_1Ab.verification.document", "company.tax_id", "company.verification.document", "new.thing", "odd"],
    ]),
  ).toEqual([
    "a bank account for payouts",
    "details of the people behind it",
    "acceptance of Stripe’s terms",
    "a document that proves who somebody is",
    "details of the company",
    "a document of the company",
    "something else, which Stripe’s pages name",
  ]);
});
