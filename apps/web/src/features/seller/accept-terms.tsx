import type { HoldingView } from "@evently/core/hold";
import type { Seller } from "@evently/core/organization";
import type { ReactNode } from "react";

type Props = { terms: HoldingView["terms"]; seller: Seller | null; isFree: boolean };

/** What pressing the button accepts: the terms under which the seats were held, also where their seller can't be read now. */
export function AcceptTerms({ terms, seller, isFree }: Props) {
  if (!terms) return null;
  return (
    <p className="max-w-[65ch] text-14">
      {isFree ? "By booking you accept the " : "By paying you accept the "}
      <OwnPage href={terms.url}>
        {seller ? (
          <>
            terms of <bdi>{seller.name}</bdi>
          </>
        ) : (
          "seller’s terms"
        )}
      </OwnPage>
      .
    </p>
  );
}

/** Where the seller says what happens with the buyer's data; nothing where they don't. */
export function PrivacyNote({ seller }: { seller: Seller | null }) {
  if (!seller?.privacy_url) return null;
  return (
    <>
      {" What happens with your data is in the seller’s "}
      <OwnPage href={seller.privacy_url}>privacy notice</OwnPage>.
    </>
  );
}

/** In a tab of its own: the seats go on being held in this one. */
const OwnPage = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="underline underline-offset-4">
    {children}
    <span className="sr-only"> (opens a new tab)</span>
  </a>
);
