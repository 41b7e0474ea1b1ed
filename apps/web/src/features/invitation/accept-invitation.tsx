"use client";

import type { DescribedInvitation } from "@evently/core/organization";
import type { User } from "@evently/core/user";
import { useEffect } from "react";
import { dropInvitation } from "~/features/account/pending-invitation";
import { useOwnZone } from "~/features/account/use-own-zone";
import { rememberOrganization } from "~/features/organizer/organization/remember-organization";
import { roleWords } from "~/features/organizer/organization/role-words";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { isOutcomeOpen } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/format/date-time";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { hasAddress } from "./has-address";
import { SignInFirst } from "./sign-in-first";

type Props = { token: string; caller: Pick<User, "email" | "verified_at"> | null };

/** What somebody is invited to, and a button that accepts it: a program that looks at mails opens links, but presses nothing. */
export function AcceptInvitation({ token, caller }: Props) {
  const described = trpc.organization.describeInvitation.useMutation({ onError: dropDead });
  const accept = trpc.organization.acceptInvitation.useMutation({ onSuccess: enter, onError: dropDead });
  const { mutate: describe } = described;
  useEffect(() => describe({ token }), [describe, token]);
  const failed = accept.error ?? described.error;
  if (failed)
    return (
      <FailurePanel {...describeFailure(failed)}>
        <LinkButton href="/organizer">For organizers</LinkButton>
      </FailurePanel>
    );
  if (!described.data) return <p role="status">Opening your invitation…</p>;
  const invitation = described.data;
  const isAddressee = hasAddress(caller, invitation.email) && caller?.verified_at !== undefined;
  return (
    <div className="flex max-w-[36rem] flex-col items-start gap-5">
      <Offer invitation={invitation} />
      {isAddressee ? (
        <Button
          variant="primary"
          size="large"
          pending={accept.isPending || accept.isSuccess}
          pendingLabel="Accepting…"
          onClick={() => accept.mutate({ token })}
        >
          Accept invitation
        </Button>
      ) : (
        <SignInFirst email={invitation.email} caller={caller} />
      )}
      <LinkButton href="/" onClick={dropInvitation}>
        Not now
      </LinkButton>
    </div>
  );
}

function Offer({ invitation: { name, role, expires_at } }: { invitation: DescribedInvitation }) {
  const zone = useOwnZone();
  return (
    <div className="flex flex-col gap-2">
      <p className="text-18">
        <bdi className="font-semibold">{name}</bdi> invites you to sell and organize with them.
      </p>
      <p>
        Your role: <strong>{roleWords[role].name}</strong>. {roleWords[role].may}
      </p>
      <p className="text-14 text-soft">
        Open until <DateTime instant={expires_at} zone={zone} show="day" />.
      </p>
    </div>
  );
}

/** A document of its own: what the pages offer depends on the new role. */
function enter({ organization_id }: { organization_id: string }): void {
  dropInvitation();
  rememberOrganization(organization_id);
  window.location.assign("/organizer");
}

/** What the API refused will be refused again; what got no answer may be asked for again. */
function dropDead(error: unknown): void {
  if (!isOutcomeOpen(error)) dropInvitation();
}
