import { type ChangeOrganization, CreateOrganization, type Organization } from "@evently/core/organization";
import { findTextFault } from "../form/find-text-fault";
import type { FormFaults } from "../form/use-form-faults";

const optional = ["legal_name", "address", "contact_email", "vat_id", "terms_url", "privacy_url"] as const;

/** Who an organization is, as typed. */
export type IdentityDraft = Record<"name" | (typeof optional)[number], string>;

type Identity = Pick<Organization, keyof IdentityDraft>;
export type IdentityChanges = Omit<ChangeOrganization, "organization_id" | "revision">;

export const emptyIdentity: IdentityDraft = {
  ...{ name: "", legal_name: "", address: "", contact_email: "", vat_id: "", terms_url: "", privacy_url: "" },
};

/** A saved identity as it would be typed. */
export const toIdentityDraft = ({ name, ...identity }: Identity): IdentityDraft => ({
  ...emptyIdentity,
  name,
  ...Object.fromEntries(optional.map((field) => [field, identity[field] ?? ""])),
});

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
    (fault): fault is [keyof IdentityDraft, string] => fault[1] !== null,
  );
  return Object.fromEntries(found);
}

/** A new organization as it is sent: without what was left empty. */
export function readIdentity(draft: IdentityDraft): CreateOrganization {
  const given = optional.filter((field) => draft[field].trim() !== "").map((field) => [field, draft[field].trim()]);
  return { name: draft.name.trim(), ...Object.fromEntries(given) };
}

/** What differs from what is saved; null takes a fact away. */
export function listIdentityChanges(saved: Identity, draft: IdentityDraft): IdentityChanges {
  const typed = {
    name: draft.name.trim(),
    ...Object.fromEntries(optional.map((field) => [field, draft[field].trim() || null])),
  };
  const before: Record<string, unknown> = { ...saved };
  return Object.fromEntries(Object.entries(typed).filter(([field, value]) => value !== before[field]));
}
