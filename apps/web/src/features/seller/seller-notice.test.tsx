import type { Seller } from "@evently/core/organization";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AcceptTerms, PrivacyNote } from "./accept-terms";
import { SellerNotice } from "./seller-notice";

const nameless = { legal_name: null, address: null, contact_email: null, vat_id: null };
const seller = { name: "City Theater", ...nameless, terms_url: null, privacy_url: null } as Seller;
const terms = { url: "https://theater.example/terms", version: "2026-11-01T00:00:00.000Z" };

it("shows nothing of an unknown seller, and of one who stated nothing only the name", () => {
  expect(renderToStaticMarkup(<SellerNotice seller={null} />)).toBe("");
  const shown = renderToStaticMarkup(<SellerNotice seller={seller} />);
  expect(shown).toContain("City Theater");
  expect(shown).not.toContain("Legal notice");
});

it("has what was stated in the legal notice, and leads to strangers without a word of where from", () => {
  const stated = { ...seller, vat_id: "NO 1", terms_url: terms.url, contact_email: "box@theater.example" };
  const shown = renderToStaticMarkup(<SellerNotice seller={stated} />);
  expect(shown).toContain("Legal notice");
  expect(shown).toContain("NO 1");
  expect(shown).toContain('href="mailto:box@theater.example"');
  expect(shown).toMatch(/href="https:\/\/theater\.example\/terms" target="_blank" rel="noopener noreferrer nofollow"/);
  expect(shown).not.toMatch(/Address|Privacy/);
});

it("says what pressing the button accepts: the terms of the hold, and none where it has none", () => {
  const accept = (part: Partial<Parameters<typeof AcceptTerms>[0]>) =>
    renderToStaticMarkup(<AcceptTerms {...{ terms, seller, isFree: false, ...part }} />);
  expect(accept({})).toMatch(/^<p[^>]*>By paying you accept the <a href="https:\/\/theater\.example\/terms"/);
  expect(accept({ isFree: true })).toContain("By booking you accept");
  expect(accept({ terms: null })).toBe("");
  const unread = accept({ seller: null });
  expect(unread).toMatch(/^<p[^>]*>By paying you accept the <a href="https:\/\/theater\.example\/terms"/);
  expect(unread).toContain("seller’s terms");
});

it("leads to the privacy notice where there is one", () => {
  const stated = { ...seller, privacy_url: "https://theater.example/privacy" };
  expect(renderToStaticMarkup(<PrivacyNote seller={stated} />)).toContain('href="https://theater.example/privacy"');
  expect(renderToStaticMarkup(<PrivacyNote seller={seller} />)).toBe("");
});
