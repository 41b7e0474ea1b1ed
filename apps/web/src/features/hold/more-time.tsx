"use client";

import type { HoldingView } from "@evently/core/hold";
import { serverClock } from "~/features/clock/server-clock";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { announce } from "~/ui/message/announcements";
import { formatLeft } from "./countdown";

type Props = {
  hold: HoldingView;
  onExtended: (longer: HoldingView) => void;
  /** Takes what refused it, which the caller tells. */
  onRefused: (error: unknown) => void;
};

/** Prolongs the hold, which the box office does once. */
export function MoreTime({ hold, onExtended, onRefused }: Props) {
  const extend = trpc.hold.extend.useMutation({
    onSuccess: (longer) => {
      onExtended(longer);
      announce(`You have ${formatLeft(longer.hold_ttl - serverClock.now())} now.`);
    },
    onError: onRefused,
  });
  if (!hold.extendable) return <span className="self-center text-14 text-soft">More time was given once</span>;
  return (
    <Button
      size="small"
      pending={extend.isPending}
      pendingLabel="Asking …"
      onClick={() => extend.mutate({ holding_id: hold.holding_id })}
    >
      More time
    </Button>
  );
}
