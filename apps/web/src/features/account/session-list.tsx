"use client";

import type { SessionView } from "@evently/core/user";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { Badge } from "~/ui/chip";
import { DateTime } from "~/ui/format/date-time";
import { announce } from "~/ui/message/announcements";
import { FailurePanel } from "~/ui/message/failure-panel";
import { useOwnZone } from "./use-own-zone";
import { useSignOut } from "./use-sign-out";

/** Where the account is signed in, and how to end that: one by one, here, or everywhere. */
export function SessionList({ sessions: first }: { sessions: SessionView[] }) {
  const { data = { items: first }, refetch } = trpc.session.list.useQuery(undefined, {
    initialData: { items: first, next_cursor: null },
  });
  const signOut = useSignOut(() => window.location.assign("/"));
  const endOne = trpc.session.endOne.useMutation({
    onSuccess() {
      announce("That session is signed out.");
      void refetch();
    },
  });
  const failed = signOut.error ?? endOne.error;
  return (
    <section aria-labelledby="sessions" className="flex flex-col gap-4">
      <h2 id="sessions" className="display border-ink border-b pb-2 font-semibold text-28">
        Where you are signed in
      </h2>
      <ul className="divide-y divide-line">
        {data.items.map((session) => (
          <SessionRow
            key={session.session_id}
            session={session}
            isEnding={endOne.isPending && endOne.variables.session_id === session.session_id}
            onEnd={() => endOne.mutate({ session_id: session.session_id })}
          />
        ))}
      </ul>
      {failed ? <FailurePanel {...describeFailure(failed)} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          pending={signOut.isPending}
          pendingLabel="Signing out…"
          onClick={() => signOut.mutate({})}
        >
          Sign out
        </Button>
        <Button pending={signOut.isPending} onClick={() => signOut.mutate({ all: true })}>
          Sign out everywhere
        </Button>
      </div>
    </section>
  );
}

type RowProps = { session: SessionView; isEnding: boolean; onEnd: () => void };

function SessionRow({ session, isEnding, onEnd }: RowProps) {
  const { device, current, last_used_at, expires_at } = session;
  const zone = useOwnZone();
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
      <div className="flex min-w-0 grow flex-col">
        <p className="flex flex-wrap items-center gap-3 font-semibold">
          {device ?? "A program"}
          {current ? <Badge tone="good">This browser</Badge> : null}
        </p>
        <p className="text-14 text-soft">
          Used last on <DateTime instant={last_used_at} zone={zone} show="day" />, ends on{" "}
          <DateTime instant={expires_at} zone={zone} show="day" /> unless it is used
        </p>
      </div>
      {current ? null : (
        <Button variant="plain" pending={isEnding} pendingLabel="Signing out…" onClick={onEnd}>
          Sign out<span className="sr-only"> {device ?? "a program"}</span>
        </Button>
      )}
    </li>
  );
}
