import {
  type ChangeOrganization,
  CreateOrganization,
  type Organization,
  PaymentMethod,
  usualPaymentMethods,
} from "@evently/core/organization";
import { findTextFault } from "../form/find-text-fault";
import type { FormFaults } from "../form/use-form-faults";

const optional = ["legal_name", "address", "contact_email", "vat_id", "terms_url", "privacy_url"] as const;

export type TextField = "name" | (typeof optional)[number];

/** Who an organization is, as typed, and how it takes payment. */
export type IdentityDraft = Record<TextField, string> & { payment_methods: readonly PaymentMethod[] };

type Identity = Pick<Organization, keyof IdentityDraft>;
export type IdentityChanges = Omit<ChangeOrganization, "organization_id" | "revision">;

export const emptyIdentity: IdentityDraft = {
  ...{ name: "", legal_name: "", address: "", contact_email: "", vat_id: "", terms_url: "", privacy_url: "" },
  payment_methods: usualPaymentMethods,
};

/** A saved identity as it would be typed. */
export const toIdentityDraft = ({ name, payment_methods, ...identity }: Identity): IdentityDraft => ({
  ...emptyIdentity,
  name,
  ...Object.fromEntries(optional.map((field) => [field, identity[field] ?? ""])),
  payment_methods: inOrder(payment_methods),
});

/** However they were chosen, so that the same ways are the same draft. */
export const inOrder = (methods: readonly PaymentMethod[]): PaymentMethod[] =>
  PaymentMethod.options.filter((method) => methods.includes(method));

const areSame = (some: readonly PaymentMethod[], others: readonly PaymentMethod[]): boolean =>
  inOrder(some).join() === inOrder(others).join();

/** What the API would refuse, by the name of the control. */
export function findIdentityFaults(draft: IdentityDraft): FormFaults {
  const fields = CreateOrganization.shape;
  const nameFault =
    draft.name.trim() === "" ? "Enter the name that you sell under." : findTextFault(fields.name, draft.name);
  const faults = optional.map((field): [string, string | null] => [
    field,
    draft[field].trim() === "" ? null : findTextFault(fields[field], draft[field].trim()),
  ]);
  const found = [["name", nameFault] as const, ...faults].filter(
    (fault): fault is [TextField, string] => fault[1] !== null,
  );
  if (draft.payment_methods.length > 0) return Object.fromEntries(found);
  return { ...Object.fromEntries(found), payment_methods: "Choose at least one way to pay." };
}

/** A new organization as it is sent: without what was left empty. */
export function readIdentity(draft: IdentityDraft): CreateOrganization {
  const given = optional.filter((field) => draft[field].trim() !== "").map((field) => [field, draft[field].trim()]);
  const methods = areSame(draft.payment_methods, usualPaymentMethods)
    ? {}
    : { payment_methods: [...draft.payment_methods] };
  return { name: draft.name.trim(), ...Object.fromEntries(given), ...methods };
}

/** What differs from what is saved; null takes a fact away. */
export function listIdentityChanges(saved: Identity, draft: IdentityDraft): IdentityChanges {
  const typed = {
    name: draft.name.trim(),
    ...Object.fromEntries(optional.map((field) => [field, draft[field].trim() || null])),
  };
  const before: Record<string, unknown> = { ...saved };
  const methods = areSame(draft.payment_methods, saved.payment_methods)
    ? {}
    : { payment_methods: [...draft.payment_methods] };
  return {
    ...Object.fromEntries(Object.entries(typed).filter(([field, value]) => value !== before[field])),
    ...methods,
  };
}
