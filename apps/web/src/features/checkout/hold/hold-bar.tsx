"use client";

import clsx from "clsx";
import { Timer } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { formatLeft } from "~/features/hold/countdown";
import { MoreTime } from "~/features/hold/more-time";
import { useHoldCountdown } from "~/features/hold/use-hold-countdown";
import { describeProblem } from "~/trpc/describe-failure";
import { Icon } from "~/ui/icon";
import { type HoldPhase, phaseOf } from "./hold-phase";
import type { HoldWatch } from "./use-hold";

type Props = { watch: HoldWatch; isPaying: boolean; onEnd: () => void };

const frame = "flex min-h-16 items-center gap-x-3 gap-y-1 sm:min-h-14 rounded-card border px-4 py-2 transition-colors";

const looks = {
  calm: "border-line bg-card text-ink",
  soon: "border-transparent bg-spot-wash text-on-spot-wash",
  urgent: "border-transparent bg-spot text-on-spot",
  ended: "border-transparent bg-spot text-on-spot",
} as const satisfies Record<HoldPhase, string>;

/** Until when the seats are held, how long that still is, and more time once. It stays in sight on a phone. */
export function HoldBar({ watch, isPaying, onEnd }: Props) {
  return (
    <section aria-label="Time left" className="sticky top-2 z-20">
      {isPaying ? (
        <p className={clsx(frame, looks.calm)}>
          <Icon of={Timer} />
          Your seats are kept while the payment runs.
        </p>
      ) : (
        <TimeLeft watch={watch} onEnd={onEnd} />
      )}
    </section>
  );
}

function TimeLeft({ watch, onEnd }: Omit<Props, "isPaying">) {
  const { hold, keep, look } = watch;
  const [refusal, setRefusal] = useState<unknown>(null);
  const refused = (error: unknown) => {
    setRefusal(error);
    void look();
  };
  const left = useHoldCountdown(hold.hold_ttl, () => void endIfOver());
  const endIfOver = async () => {
    const seen = await look();
    if (seen === null || seen.hold_ttl <= serverClock.now() + 1) onEnd();
  };
  return (
    <div className={clsx(frame, "flex-wrap", looks[phaseOf(left)])}>
      <Icon of={Timer} className="hidden shrink-0 min-[24rem]:block" />
      <p className="flex min-w-0 grow flex-col sm:flex-row sm:items-baseline sm:gap-3">
        <span className="text-14">
          {hold.seats.length === 1 ? "Seat" : "Seats"} held <HeldUntil instant={hold.expires_at} />
        </span>
        <strong
          role="timer"
          className="figures display whitespace-nowrap font-semibold text-22"
          suppressHydrationWarning
        >
          {formatLeft(left)} left
        </strong>
      </p>
      {refusal ? (
        <p role="alert" className="basis-full text-14">
          {describeProblem(refusal).what} {describeProblem(refusal).meaning}
        </p>
      ) : (
        <MoreTime hold={hold} onExtended={keep} onRefused={refused} />
      )}
    </div>
  );
}

const never = () => () => undefined;
const toClock = (instant: string) => new Date(instant).toLocaleTimeString("en-GB", { hourCycle: "h23" });

/** The visitor's own wall clock, which only their browser knows. */
function HeldUntil({ instant }: { instant: string }) {
  const clock = useSyncExternalStore(
    never,
    () => toClock(instant),
    () => null,
  );
  return clock ? (
    <>
      until <time dateTime={instant}>{clock}</time>
    </>
  ) : (
    "for you"
  );
}
