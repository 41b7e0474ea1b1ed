"use client";

import type { User } from "@evently/core/user";
import { useEffect, useState } from "react";
import { keepInvitation, readInvitation } from "~/features/account/pending-invitation";
import { useTokenInAddress } from "~/features/account/use-token-in-address";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { AcceptInvitation } from "./accept-invitation";

type Caller = Pick<User, "email" | "verified_at"> | null;

/** The invitation of a mail's link, also when its owner comes back from signing in. */
export function Invitation({ caller }: { caller: Caller }) {
  const { token: inAddress } = useTokenInAddress();
  const [kept, setKept] = useState<string | null | undefined>();
  useEffect(() => {
    if (inAddress !== null) keepInvitation(inAddress);
    setKept(readInvitation());
  }, [inAddress]);
  const token = inAddress ?? kept;
  if (token === undefined) return <p role="status">Opening your invitation…</p>;
  if (token === null) return <NoInvitation />;
  return <AcceptInvitation key={token} token={token} caller={caller} />;
}

function NoInvitation() {
  return (
    <EmptyState title="Open the link of your mail" actions={<LinkButton href="/organizer">For organizers</LinkButton>}>
      <p>
        An invitation is accepted by the link of the mail that you got. This page alone doesn’t know which one it is.
      </p>
    </EmptyState>
  );
}
