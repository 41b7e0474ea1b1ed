/** The cards that the built-in test gateway knows. */
export const testCards = [
  { token: "tok_visa", name: "A card that works", note: "Paid at once" },
  { token: "tok_chargeDeclined", name: "A declined card", note: "The bank says no; the seats stay held" },
  { token: "tok_challenge", name: "A card that needs approval", note: "You approve it on the bank’s page" },
  { token: "tok_slow", name: "A slow bank", note: "Paid after three seconds" },
  { token: "tok_charge_then_lost", name: "A lost answer", note: "Charged once, though the answer is lost" },
  { token: "tok_timeout", name: "A bank that never answers", note: "We give up after 20 seconds; nothing is charged" },
] as const;

export type TestToken = (typeof testCards)[number]["token"];
