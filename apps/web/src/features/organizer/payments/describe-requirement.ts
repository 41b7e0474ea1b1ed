/** By the names that Stripe gives them, https://docs.stripe.com/api/accounts/object#account_object-requirements; the first that fits. */
const kinds: readonly (readonly [names: RegExp, words: string])[] = [
  [/^external_account/, "a bank account for payouts"],
  [/^tos_acceptance/, "acceptance of Stripe’s terms"],
  [/^business_type/, "what kind of business it is"],
  [/^business_profile/, "what the business sells"],
  [/^company\.verification/, "a document of the company"],
  [/verification\.(additional_)?document/, "a document that proves who somebody is"],
  [/^company/, "details of the company"],
  [/^(individual|person_|representative|owners|directors|executives)/, "details of the people behind it"],
  [/^settings/, "settings of the account"],
];

const other = "something else, which Stripe’s pages name";

/** What Stripe still wants, each once. */
export function describeRequirements(requirements: readonly string[]): string[] {
  const words = requirements.map((name) => kinds.find(([names]) => names.test(name))?.[1] ?? other);
  return [...new Set(words)];
}
