"use client";

import type { FoundBooking } from "@evently/core/booking";
import type { UserId } from "@evently/core/ids";
import { useSyncExternalStore } from "react";
import { Button } from "~/ui/button";
import { countUnits } from "~/ui/format/format-wait";
import { announce } from "~/ui/message/announcements";
import { forgetNotMine, noteNotMine, onNotMine, parseNotMine, readNotMine } from "./not-mine";
import { OfferedBookings } from "./offered-bookings";

type Props = { user_id: UserId; items: readonly FoundBooking[] };

/**
 * Bookings that may be the account's, for whoever said nothing when they signed in, or bought as a guest since. Anybody may have
 * booked with the address: what is not theirs is hidden in this browser.
 */
export function FoundLater({ user_id, items }: Props) {
  const notMine = parseNotMine(useSyncExternalStore(onNotMine, readNotMine, () => null));
  const offered = items.filter(({ booking_id }) => !notMine.has(booking_id));
  const hidden = items.filter(({ booking_id }) => notMine.has(booking_id));
  const decline = () => {
    noteNotMine(idsOf(offered));
    moveOn(`${countUnits(offered.length, "booking")} hidden in this browser.`);
  };
  const show = () => {
    forgetNotMine(idsOf(hidden));
    moveOn(`${countUnits(hidden.length, "booking")} shown again.`);
  };
  return (
    <>
      {offered.length > 0 ? <OfferedBookings user_id={user_id} items={offered} onDecline={decline} /> : null}
      {hidden.length > 0 ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-14 text-soft">
          <span>
            <span>{countUnits(hidden.length, "booking")}</span> that you said {hidden.length === 1 ? "is" : "are"} not
            yours {hidden.length === 1 ? "is" : "are"} hidden in this browser.
          </span>
          <Button variant="plain" onClick={show}>
            Show {hidden.length === 1 ? "it" : "them"} again
          </Button>
        </p>
      ) : null}
    </>
  );
}

const idsOf = (items: readonly FoundBooking[]) => items.map(({ booking_id }) => booking_id);

/** The button that had the focus is gone. */
function moveOn(news: string): void {
  document.getElementById("main")?.focus({ preventScroll: true });
  announce(news);
}
