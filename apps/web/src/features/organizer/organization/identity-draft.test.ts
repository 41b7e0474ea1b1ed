import { describe, expect, it } from "vitest";
import {
  emptyIdentity,
  findIdentityFaults,
  listIdentityChanges,
  readIdentity,
  toIdentityDraft,
} from "./identity-draft";

const saved = {
  ...{ name: "City Theater", legal_name: "City Theater Ltd", address: null, contact_email: null, vat_id: null },
  ...{ terms_url: "https://theater.example/terms", privacy_url: null },
  payment_methods: ["card" as const],
};
const typed = toIdentityDraft(saved);

describe("who sells, as typed", () => {
  it("differs from what is saved only where it says something else", () => {
    expect(listIdentityChanges(saved, typed)).toEqual({});
    expect(listIdentityChanges(saved, { ...typed, name: " City Theater ", vat_id: " NO 1 " })).toEqual({
      vat_id: "NO 1",
    });
    expect(listIdentityChanges(saved, { ...typed, legal_name: " ", terms_url: "" })).toEqual({
      ...{ legal_name: null, terms_url: null },
    });
  });

  it("is sent without what was left empty", () => {
    expect(readIdentity({ ...emptyIdentity, name: " Opera ", vat_id: " " })).toEqual({ name: "Opera" });
  });

  it.each([
    [{ name: " " }, "name", /^Enter the name/],
    [{ contact_email: "nobody" }, "contact_email", /e-mail address/],
    [{ terms_url: "http://theater.example" }, "terms_url", /https:/],
    [{ privacy_url: "theater.example" }, "privacy_url", /https:/],
    [{ vat_id: "1".repeat(41) }, "vat_id", /40/],
    [{ legal_name: "a\u0000b" }, "legal_name", /control/],
  ])("%j is a fault of its field", (part, field, sentence) => {
    const faults = findIdentityFaults({ ...typed, ...part });
    expect(Object.keys(faults)).toEqual([field]);
    expect(faults[field]).toMatch(sentence);
  });

  it("says how it takes payment where that is not by card alone, in whatever order that was chosen", () => {
    const both = toIdentityDraft({ ...saved, payment_methods: ["invoice", "card"] });
    expect(both.payment_methods).toEqual(["card", "invoice"]);
    expect(listIdentityChanges({ ...saved, payment_methods: ["invoice", "card"] }, both)).toEqual({});
    expect(listIdentityChanges(saved, both)).toEqual({ payment_methods: ["card", "invoice"] });
    expect(readIdentity({ ...emptyIdentity, name: "Opera", payment_methods: ["invoice"] })).toEqual({
      ...{ name: "Opera", payment_methods: ["invoice"] },
    });
    expect(findIdentityFaults({ ...typed, payment_methods: [] })).toEqual({
      payment_methods: "Choose at least one way to pay.",
    });
  });

  it("has no fault where it is complete, or where all but the name is left out", () => {
    expect(findIdentityFaults(typed)).toEqual({});
    expect(findIdentityFaults({ ...emptyIdentity, name: "Opera" })).toEqual({});
  });
});
