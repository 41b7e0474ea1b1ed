"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { SelectField } from "~/ui/field/select-field";
import { useOrganizations } from "./organizations";
import { rememberOrganization } from "./remember-organization";

/** Whose events and venues are shown, where somebody is a member of several organizations. */
export function SwitchOrganization() {
  const { items, current } = useOrganizations();
  const router = useRouter();
  const [isSwitching, start] = useTransition();
  if (items.length < 2 || !current) return null;
  return (
    <SelectField
      label="Organization"
      hideLabel
      className="w-full max-w-64 py-1 sm:w-56"
      value={current.organization_id}
      aria-busy={isSwitching || undefined}
      onChange={({ currentTarget }) => {
        rememberOrganization(currentTarget.value);
        start(() => router.refresh());
      }}
    >
      {items.map(({ organization_id, name }) => (
        <option key={organization_id} value={organization_id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
