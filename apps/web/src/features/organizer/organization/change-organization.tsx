"use client";

import type { OrganizationId } from "@evently/core/ids";
import type { OrganizationView } from "@evently/core/organization";
import { trpc } from "~/trpc/client";
import { type FieldParts, followSaved } from "../form/find-clashes";
import { FormSkeleton } from "../form/form-skeleton";
import { useStoredDraft } from "../form/use-stored-draft";
import { QueryResult } from "../live/query-result";
import { ChangeOrganizationForm, type TypedOrganization } from "./change-organization-form";
import { type IdentityDraft, toIdentityDraft } from "./identity-draft";

/** The form of a saved organization, filled with what is saved, or with what was typed over it before a reload. */
export function ChangeSavedOrganization({ organization_id }: { organization_id: OrganizationId }) {
  const query = trpc.organization.get.useQuery(
    { organization_id },
    { refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
  );
  return (
    <QueryResult query={query} subject="the organization" skeleton={<FormSkeleton subject="the organization" />}>
      {(organization) => <TypedOrganizationForm organization={organization} />}
    </QueryResult>
  );
}

function TypedOrganizationForm({ organization }: { organization: OrganizationView }) {
  const create = (): TypedOrganization => ({ organization, draft: toIdentityDraft(organization), clashes: [] });
  const stored = useStoredDraft<TypedOrganization>(`change-organization.2.${organization.organization_id}`, create);
  if (stored.draft === null) return <FormSkeleton subject="the organization" />;
  const typed = follow(stored.draft, organization);
  return <ChangeOrganizationForm {...stored} typed={typed} follow={(saved) => stored.change(follow(typed, saved))} />;
}

/** What was typed, on top of a later revision than the one that it was typed over. */
function follow(typed: TypedOrganization, saved: OrganizationView): TypedOrganization {
  if (saved.revision <= typed.organization.revision) return typed;
  const before = toIdentityDraft(typed.organization);
  return { organization: saved, ...followSaved(before, typed.draft, toIdentityDraft(saved), fields) };
}

const fields: FieldParts<IdentityDraft> = {
  ...{ name: ["name"], legal_name: ["legal_name"], address: ["address"], contact_email: ["contact_email"] },
  ...{ vat_id: ["vat_id"], terms_url: ["terms_url"], privacy_url: ["privacy_url"] },
  payment_methods: ["payment_methods"],
};
