import type { IdentityChanges } from "./identity-draft";

/** What buyers notice of a change of who sells. */
export function describeIdentityChange({ terms_url, ...others }: IdentityChanges): string[] {
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
  ];
}
