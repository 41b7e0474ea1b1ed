"use client";

import { formatSeconds } from "@evently/core/format/format-time";
import clsx from "clsx";
import { Timer } from "lucide-react";
import { useRef, useState, useSyncExternalStore } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { formatLeft } from "~/features/hold/countdown";
import { MoreTime } from "~/features/hold/more-time";
import { SilenceNote, timeUnconfirmed } from "~/features/hold/silence-note";
import { useHoldCountdown } from "~/features/hold/use-hold-countdown";
import { apiPulse } from "~/trpc/api-pulse";
import { describeFailure } from "~/trpc/describe-failure";
import { isSilence } from "~/trpc/describe-silence";
import { useOnApiHeard } from "~/trpc/use-api-silence";
import { useDateStyle } from "~/ui/format/use-date-style";
import { Icon } from "~/ui/icon";
import { type HoldPhase, phaseOf } from "./hold-phase";
import type { LiveHold } from "./use-hold";

type Props = { live: LiveHold; isPaying: boolean; onEnd: () => void };

const frame = "flex min-h-16 items-center gap-x-3 gap-y-1 sm:min-h-14 rounded-card border px-4 py-2 transition-colors";

const phaseStyles = {
  calm: "border-line bg-card text-ink",
  soon: "border-transparent bg-spot-wash text-on-spot-wash",
  urgent: "border-transparent bg-spot text-on-spot",
  ended: "border-transparent bg-spot text-on-spot",
} as const satisfies Record<HoldPhase, string>;

/** Until when the seats are held, how long that still is, and more time once. On a phone it stays in view. */
export function HoldBar({ live, isPaying, onEnd }: Props) {
  return (
    <section aria-label="Time left" className="sticky top-2 z-20">
      {isPaying ? (
        <p className={clsx(frame, phaseStyles.calm)}>
          <Icon icon={Timer} />
          Your seats stay held during the payment.
        </p>
      ) : (
        <TimeLeft live={live} onEnd={onEnd} />
      )}
    </section>
  );
}

function TimeLeft({ live, onEnd }: Omit<Props, "isPaying">) {
  const { hold, setHold, refetch } = live;
  const [error, setError] = useState<unknown>(null);
  const onRefused = (error: unknown) => {
    setError(error);
    void refetch();
  };
  const isOver = useRef(false);
  /** While the API is silent it is not known: another tab may have asked for more time. */
  const endIfOver = async () => {
    isOver.current = true;
    const current = await refetch();
    if (current === null && apiPulse.isSilent.read()) return;
    isOver.current = false;
    if (current === null || current.hold_ttl <= serverClock.now() + 1) onEnd();
  };
  const left = useHoldCountdown(hold.hold_ttl, () => void endIfOver());
  useOnApiHeard(() => {
    if (isOver.current) void endIfOver();
  });
  // Silence has a note of its own, and the button stays.
  const failure = error === null || isSilence(error) ? null : describeFailure(error);
  return (
    <div className={clsx(frame, "flex-wrap", phaseStyles[phaseOf(left)])}>
      <Icon icon={Timer} className="hidden shrink-0 min-[24rem]:block" />
      <p className="flex min-w-0 grow flex-col sm:flex-row sm:items-baseline sm:gap-3">
        <span className="text-14">
          {hold.seats.length === 1 ? "Seat" : "Seats"} held <HeldUntil instant={hold.expires_at} />
        </span>
        <strong
          role="timer"
          className="figures display whitespace-nowrap font-semibold text-22"
          suppressHydrationWarning
        >
          {`${formatLeft(left)} left`}
        </strong>
      </p>
      {failure ? (
        <p role="alert" className="basis-full text-14">
          {`${failure.headline} ${failure.meaning}`}
        </p>
      ) : (
        <MoreTime hold={hold} onExtended={setHold} onRefused={onRefused} />
      )}
      <SilenceNote>{timeUnconfirmed}</SilenceNote>
    </div>
  );
}

const subscribeToNothing = () => () => undefined;
const findZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** By the visitor's own clock on the wall: which zone that is only their browser knows. */
function HeldUntil({ instant }: { instant: string }) {
  const zone = useSyncExternalStore(subscribeToNothing, findZone, () => null);
  const style = useDateStyle();
  return zone ? (
    <>
      until <time dateTime={instant}>{formatSeconds(instant, zone, style)}</time>
    </>
  ) : (
    "for you"
  );
}
