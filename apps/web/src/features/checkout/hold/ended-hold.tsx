"use client";

import type { HoldingView } from "@evently/core/hold";
import { useEffect, useRef } from "react";
import { LinkButton } from "~/ui/link-button";
import type { Ending } from "../payment/payment-state";
import { seatsPath } from "./seats-path";

type Text = { title: string; meaning: string; again: boolean };

const texts = {
  expired: {
    title: "The time for these seats ran out",
    meaning: "Nothing was charged. The seats are open to everyone again, and perhaps still free.",
    again: true,
  },
  lost: {
    title: "These seats went to someone else",
    meaning: "The payment came after the hold had ended, so it was undone: nothing was charged.",
    again: false,
  },
  released: {
    title: "These seats were given back",
    meaning: "Nothing was charged. They are on sale again, and perhaps still free.",
    again: true,
  },
  event_cancelled: {
    title: "This event was cancelled",
    meaning: "Nothing was charged, and its seats are no longer sold.",
    again: false,
  },
} as const satisfies Record<Ending, Text>;

/** A hold that can't be paid for any more: what happened, that nothing was charged, and the way back to the same seats. */
export function EndedHold({ hold, why }: { hold: HoldingView; why: Ending }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { title, meaning, again } = texts[why];
  return (
    <div className="flex flex-col items-start gap-4">
      <h1 ref={heading} tabIndex={-1} className="display font-semibold text-36 outline-none sm:text-48">
        {title}
      </h1>
      <p className="max-w-[55ch] text-18">{meaning}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        {again ? (
          <LinkButton href={seatsPath(hold)} look="primary" size="large">
            Hold again
          </LinkButton>
        ) : null}
        {why === "event_cancelled" ? (
          <LinkButton href="/" look="primary" size="large">
            See all events
          </LinkButton>
        ) : (
          <LinkButton href={`/events/${hold.event_id}`} look={again ? "quiet" : "primary"} size="large">
            Choose other seats
          </LinkButton>
        )}
      </div>
    </div>
  );
}
