"use client";

import type { HoldingView } from "@evently/core/hold";
import { serverClock } from "~/features/clock/server-clock";
import { trpc } from "~/trpc/client";
import { isSilence } from "~/trpc/describe-silence";
import { withIdempotencyKey } from "~/trpc/idempotency-key";
import { useOnApiHeard } from "~/trpc/use-api-silence";
import { Button } from "~/ui/button";
import { announce } from "~/ui/message/announcements";
import { formatLeft } from "./countdown";

type Props = {
  hold: HoldingView;
  onExtended: (longer: HoldingView) => void;
  /** Gets the error, which the caller shows. */
  onRefused: (error: unknown) => void;
};

/** Extends the hold, which is possible once; where no answer came, as soon as the API is heard again. */
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
  useOnApiHeard(() => {
    if (isSilence(extend.error)) extend.mutate({ holding_id: hold.holding_id });
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
