import type { Seller } from "@evently/core/organization";
import { hasNotice, listSellerFacts } from "@evently/core/organization/seller.rules";
import { SellerFacts } from "./seller-facts";

/** Who sells, and on demand what the law wants to know of them. */
export function SellerNotice({ seller }: { seller: Seller | null }) {
  if (!seller) return null;
  return (
    <section aria-label="Seller" className="flex max-w-[65ch] flex-col gap-1 border-line border-t pt-5">
      <p>
        Sold by <bdi className="font-semibold">{seller.name}</bdi>
      </p>
      {hasNotice(seller) ? (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center font-medium text-14 underline underline-offset-4">
            Legal notice
          </summary>
          <SellerFacts facts={listSellerFacts(seller)} />
        </details>
      ) : null}
    </section>
  );
}
