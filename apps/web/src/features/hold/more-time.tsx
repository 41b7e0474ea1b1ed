"use client";

import type { HoldingView } from "@evently/core/hold";
import { trpc } from "~/trpc/client";
import { announce } from "~/ui/announcements";
import { Button } from "~/ui/button";
import { formatLeft } from "./countdown";
import type { ServerClock } from "./server-clock";

type Props = {
  hold: HoldingView;
  clock: ServerClock;
  onExtended: (longer: HoldingView) => void;
  /** Takes what refused it, which the caller tells. */
  onRefused: (error: unknown) => void;
};

/** Prolongs the hold, which the box office does once. */
export function MoreTime({ hold, clock, onExtended, onRefused }: Props) {
  const extend = trpc.hold.extend.useMutation({
    onSuccess: (longer) => {
      onExtended(longer);
      announce(`You have ${formatLeft(longer.hold_ttl - clock.now())} now.`);
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
