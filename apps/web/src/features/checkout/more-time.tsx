"use client";

import { formatLeft } from "~/features/seat-map/countdown";
import { trpc } from "~/trpc/client";
import { describeProblem } from "~/trpc/describe-problem";
import { announce } from "~/ui/announcements";
import { Button } from "~/ui/button";
import type { HoldWatch } from "./use-hold";

/** Prolongs the hold, which the box office does once. */
export function MoreTime({ watch: { hold, clock, keep, look } }: { watch: HoldWatch }) {
  const extend = trpc.hold.extend.useMutation({
    onSuccess: (longer) => {
      keep(longer);
      announce(`You have ${formatLeft(longer.hold_ttl - clock.now())} now.`);
    },
    onError: () => void look(),
  });
  if (extend.isError)
    return (
      <p role="alert" className="basis-full text-14">
        {describeProblem(extend.error).what} {describeProblem(extend.error).meaning}
      </p>
    );
  if (!hold.extendable) return extend.isSuccess ? <p className="text-14">More time given</p> : null;
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
