import type { Seller } from "./organization.ts";

/** A line of a seller's legal notice; `href` where it leads somewhere. */
export type SellerFact = { label: string; value: string; href?: string };

/** What the law wants to know of whoever sells, most important first. What was not given is left out. */
export function listSellerFacts(seller: Seller): SellerFact[] {
  const { name, legal_name, address, contact_email, vat_id, terms_url, privacy_url } = seller;
  return [
    { label: "Seller", value: legal_name ?? name },
    ...(address ? [{ label: "Address", value: address }] : []),
    ...(contact_email ? [{ label: "Contact", value: contact_email, href: `mailto:${contact_email}` }] : []),
    ...(vat_id ? [{ label: "VAT id", value: vat_id }] : []),
    ...(terms_url ? [{ label: "Terms", value: terms_url, href: terms_url }] : []),
    ...(privacy_url ? [{ label: "Privacy", value: privacy_url, href: privacy_url }] : []),
  ];
}

/** Whether there is more to say of a seller than a name. */
export const hasNotice = (seller: Seller): boolean => seller.legal_name !== null || listSellerFacts(seller).length > 1;
