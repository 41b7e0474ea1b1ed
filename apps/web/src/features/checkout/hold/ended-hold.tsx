"use client";

import type { HoldingView } from "@evently/core/hold";
import { useEffect, useRef } from "react";
import { LinkButton } from "~/ui/link-button";
import type { EndReason } from "../payment/payment-state";
import { HoldAgain } from "./hold-again";

const texts = {
  expired: {
    title: "Your hold has expired",
    meaning: "Nothing was charged. The seats are back on sale, and may still be free.",
    canRetry: true,
  },
  lost: {
    title: "These seats went to someone else",
    meaning:
      "Your bank’s answer came after your hold had expired, and the seats were taken by then. You pay nothing: what your bank had reserved is released.",
    canRetry: false,
  },
  released: {
    title: "These seats were released",
    meaning: "Nothing was charged. They are back on sale, and may still be free.",
    canRetry: true,
  },
  organizer: {
    title: "The organizer released these seats",
    meaning: "Nothing was charged. They are back on sale, and may still be free.",
    canRetry: true,
  },
  declined: {
    title: "The payment was declined too often",
    meaning: "Nothing was charged, and your seats were released. They are back on sale, and may still be free.",
    canRetry: true,
  },
  event_cancelled: {
    title: "This event was cancelled",
    meaning: "Nothing was charged, and its seats are no longer on sale.",
    canRetry: false,
  },
  off_sale: {
    title: "This event is no longer on sale",
    meaning: "It was cancelled, or taken off sale, since you held these seats. Nothing was charged.",
    canRetry: false,
  },
} as const satisfies Record<EndReason, { title: string; meaning: string; canRetry: boolean }>;

type Props = { hold: HoldingView; reason: EndReason; offered: readonly string[] };

/** A hold that can no longer be paid for: what happened, that nothing was charged, and the same seats held once more, or others. */
export function EndedHold({ hold, reason, offered }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { title, meaning, canRetry } = texts[reason];
  return (
    <div className="flex flex-col items-start gap-4">
      <h1 ref={heading} tabIndex={-1} className="display font-semibold text-36 outline-none sm:text-48">
        {title}
      </h1>
      <p className="max-w-[55ch] text-18">{meaning}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        {canRetry ? <HoldAgain hold={hold} /> : null}
        {offered.length > 0 ? <OfferedSeats hold={hold} offered={offered} /> : null}
        {reason === "event_cancelled" || reason === "off_sale" ? (
          <LinkButton href="/" variant="primary" size="large">
            See all events
          </LinkButton>
        ) : (
          <LinkButton
            href={`/events/${hold.event_id}`}
            variant={canRetry || offered.length > 0 ? "quiet" : "primary"}
            size="large"
          >
            Choose other seats
          </LinkButton>
        )}
      </div>
    </div>
  );
}

/** As good as those that are gone, and as many: the map has them selected. */
function OfferedSeats({ hold: { event_id }, offered }: Pick<Props, "hold" | "offered">) {
  return (
    <LinkButton href={`/events/${event_id}?seats=${offered.join(",")}`} variant="primary" size="large">
      {offered.length === 1 ? "See a seat as good" : `See ${offered.length} seats as good`}
    </LinkButton>
  );
}
