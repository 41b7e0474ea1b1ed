import type { IdentityChanges } from "./identity-draft";

/** What buyers notice of a change of who sells. */
export function describeIdentityChange({ terms_url, payment_methods, ...others }: IdentityChanges): string[] {
  return [
    ...(Object.keys(others).length > 0
      ? [
          "Buyers see it within half a minute on every event’s page, at the checkout and on their tickets, also on those sold before.",
        ]
      : []),
    ...(terms_url === undefined
      ? []
      : [
          terms_url === null
            ? "From now on buyers accept no terms. Bookings keep those that they were made under."
            : "Whoever picks seats from now on accepts the terms at the new address. Seats held now, and bookings, keep those of before.",
        ]),
    ...(payment_methods ? [describeMethods(payment_methods)] : []),
  ];
}

function describeMethods(methods: NonNullable<IdentityChanges["payment_methods"]>): string {
  if (!methods.includes("invoice"))
    return "From now on seats are paid by card at once. What is reserved already can still be paid, and noted by your box office.";
  return methods.includes("card")
    ? "From now on buyers who signed in by mail may also reserve seats of all your events, and pay you later."
    : "From now on nobody pays by card: seats of all your events can only be reserved, and are paid to you later.";
}
