"use client";

import type { HoldingView } from "@evently/core/hold";
import type { EventId } from "@evently/core/ids";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useMemo } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { showToast } from "~/ui/message/toasts";
import { formatCountdown } from "./countdown";
import { isOpen, markHolds, readMarks } from "./marked-events";
import { useHoldCountdown } from "./use-hold-countdown";

/** In the header: how many seats are held and for how long still, as the API has it, with a link to the checkout. */
export default function HoldChip({ mark }: { mark: string }) {
  const path = usePathname();
  const holds = useMarkedHolds(mark).filter((hold) => !showsItself(path, hold));
  const next = holds.toSorted((a, b) => a.hold_ttl - b.hold_ttl)[0];
  if (!next) return null;
  const count = holds.reduce((sum, { seats }) => sum + seats.length, 0);
  return <Chip key={next.holding_id} hold={next} count={count} />;
}

/** The open holds of all events that are marked. What the API answers renews the marks. */
function useMarkedHolds(mark: string): HoldingView[] {
  const event_ids = useMemo(() => readMarks(mark, serverClock.now()) as EventId[], [mark]);
  const queries = trpc.useQueries((api) =>
    event_ids.map((event_id) => api.hold.listOpen({ event_id }, { refetchOnWindowFocus: "always" })),
  );
  const answers = queries.map(
    ({ data, error }) => data?.items ?? (findFailureOf(error, "SIGN_IN_REQUIRED") ? [] : null),
  );
  useEffect(() => {
    for (const [index, event_id] of event_ids.entries()) if (answers[index]) markHolds(event_id, answers[index]);
  });
  return answers.flatMap((holds) => holds ?? []).filter(isOpen);
}

/** The pages that show the hold themselves. */
function showsItself(path: string, { event_id, holding_id }: HoldingView): boolean {
  return path.startsWith(`/events/${event_id}`) || path.endsWith(`/${holding_id}`);
}

function Chip({ hold, count }: { hold: HoldingView; count: number }) {
  const utils = trpc.useUtils();
  const left = useHoldCountdown(hold.hold_ttl, () => {
    showToast("Your hold has expired. The seats are back on sale.");
    void utils.hold.listOpen.invalidate({ event_id: hold.event_id });
  });
  return (
    <Link
      href={`/checkout/${hold.holding_id}`}
      prefetch={false}
      data-hold=""
      className="-mx-1 figures flex h-8 items-center gap-1 whitespace-nowrap rounded-chip bg-spot px-1.5 font-semibold text-12 text-on-spot sm:mr-0 sm:ml-4 sm:gap-2 sm:px-3 sm:text-14"
    >
      <span>{count}</span>
      <span className={clsx(count > 9 && "max-sm:sr-only")}>
        {count === 1 ? "seat" : "seats"}
        <span className="max-sm:sr-only"> held</span>
      </span>
      <span suppressHydrationWarning>{formatCountdown(left)}</span>
    </Link>
  );
}
