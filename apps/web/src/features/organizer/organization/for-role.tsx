"use client";

import type { MemberRole } from "@evently/core/organization";
import type { ReactNode } from "react";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { PageFrame } from "~/ui/page-frame";
import { useMay, useOrganizations } from "./organizations";
import { roleWords } from "./role-words";

type Props = {
  /** Whose task it is. */
  task: MemberRole;
  /** Whose the page's subject is; by default of the organization whose pages are open. */
  organization?: string | null | undefined;
  children: ReactNode;
};

/** A page for those who may do a role's tasks; others read why it is not theirs. */
export function ForRole({ task, organization, children }: Props) {
  const { items, current } = useOrganizations();
  const organization_id = organization === undefined ? current?.organization_id : organization;
  const isAllowed = useMay(task, organization_id);
  if (isAllowed) return children;
  const own = items.find((member) => member.organization_id === organization_id);
  return (
    <PageFrame>
      <EmptyState
        heading="h1"
        title="This page is not part of your role"
        actions={
          <LinkButton href="/organizer" variant="primary">
            Events
          </LinkButton>
        }
      >
        <p>
          {own?.role ? (
            <>
              {"Your role in "}
              <bdi>{own.name}</bdi>
              {`: ${roleWords[own.role].name}. `}
            </>
          ) : null}
          An owner of the organization can give you another one.
        </p>
      </EmptyState>
    </PageFrame>
  );
}

/** A part of a page that is left out for others. */
export function OnlyFor({ task, organization, children }: Props) {
  const { current } = useOrganizations();
  return useMay(task, organization === undefined ? current?.organization_id : organization) ? children : null;
}
