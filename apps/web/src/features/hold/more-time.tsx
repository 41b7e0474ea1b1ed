"use client";

import type { HoldingView } from "@evently/core/hold";
import { serverClock } from "~/features/clock/server-clock";
import { trpc } from "~/trpc/client";
import { withIdempotencyKey } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { announce } from "~/ui/message/announcements";
import { formatLeft } from "./countdown";

type Props = {
  hold: HoldingView;
  onExtended: (longer: HoldingView) => void;
  /** Gets the error, which the caller shows. */
  onRefused: (error: unknown) => void;
};

/** Extends the hold, which is possible once. */
export function MoreTime({ hold, onExtended, onRefused }: Props) {
  const extend = trpc.hold.extend.useMutation({
    // A hold is extended once: asked again after a lost answer, the API tells the first outcome.
    trpc: withIdempotencyKey(`extend-${hold.holding_id}`),
    onSuccess: (longer) => {
      onExtended(longer);
      announce(`You have ${formatLeft(longer.hold_ttl - serverClock.now())} now.`);
    },
    onError: onRefused,
  });
  if (!hold.extendable) return <span className="self-center text-14 text-soft">Time extended</span>;
  return (
    <Button
      size="small"
      pending={extend.isPending}
      pendingLabel="Adding time…"
      onClick={() => extend.mutate({ holding_id: hold.holding_id })}
    >
      More time
    </Button>
  );
}
