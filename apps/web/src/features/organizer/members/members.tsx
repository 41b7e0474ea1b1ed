"use client";

import type { OrganizationId, UserId } from "@evently/core/ids";
import { trpc } from "~/trpc/client";
import { FormSkeleton } from "../form/form-skeleton";
import { QueryResult } from "../live/query-result";
import { isLastOwner } from "./describe-member";
import { InviteMember } from "./invite-member";
import { MemberRow } from "./member-row";
import { OpenInvitations } from "./open-invitations";

type Props = { organization_id: OrganizationId; user_id: UserId };

/** Who belongs to an organization and as what, who is invited, and a form to invite others; for its owners. */
export function Members({ organization_id, user_id }: Props) {
  const members = trpc.organization.members.useQuery({ organization_id });
  const invitations = trpc.organization.invitations.useQuery({ organization_id });
  return (
    <QueryResult query={members} subject="the members" skeleton={<FormSkeleton subject="the members" />}>
      {({ items }) => (
        <div className="flex flex-col gap-10">
          <ul aria-label="Members" className="divide-y divide-line border-line border-y">
            {items.map((member) => (
              <MemberRow
                key={member.user_id}
                {...{ member, organization_id }}
                self={user_id}
                isLast={isLastOwner(member, items)}
                onChanged={members.refetch}
              />
            ))}
          </ul>
          <OpenInvitations
            organization_id={organization_id}
            invitations={invitations.data?.items ?? []}
            onWithdrawn={invitations.refetch}
          />
          <section aria-labelledby="invite" className="flex flex-col gap-5">
            <h2 id="invite" className="display font-semibold text-22">
              Invite somebody
            </h2>
            <InviteMember organization_id={organization_id} onInvited={invitations.refetch} />
          </section>
        </div>
      )}
    </QueryResult>
  );
}
