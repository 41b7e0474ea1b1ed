"use client";

import { Info, X } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { announce } from "~/ui/message/announcements";
import { type Lost, type Notice, seatLimit } from "./picker-state";
import { listSeats } from "./seat-name";
import type { SeatStore } from "./seat-store";
import { usePickerState } from "./use-picker-state";

/** What just happened to the selection, what it means, and the one button that helps. */
export function PickerNotices({ store }: { store: SeatStore }) {
  const { lost, notice } = usePickerState(store);
  const lostText = lost ? sayLost(store, lost) : null;
  const text = notice ? sayNotice(store, notice) : null;
  useEffect(() => {
    const spoken = [lostText, text].filter(Boolean).join(" ");
    if (spoken) announce(spoken);
  }, [lostText, text]);
  return (
    <>
      {lost && lostText ? (
        <NoticeBox text={lostText} onDismiss={() => store.dismiss()}>
          {lost.instead.length > 0 ? (
            <Button variant="primary" size="small" onClick={() => store.takeInstead()}>
              Take {listSeats(store, lost.instead)}
            </Button>
          ) : null}
        </NoticeBox>
      ) : null}
      {text ? <NoticeBox text={text} onDismiss={() => store.dismiss()} /> : null}
    </>
  );
}

function NoticeBox({ text, onDismiss, children }: { text: string; onDismiss: () => void; children?: ReactNode }) {
  return (
    <div className="flex items-start gap-3 rounded-control bg-spot-wash p-3 text-14 text-on-spot-wash">
      <Icon icon={Info} size={18} className="mt-0.5 shrink-0" />
      <div className="flex grow flex-col items-start gap-2">
        <p>{text}</p>
        {children}
      </div>
      <button
        type="button"
        onClick={onDismiss}
        className="-m-1 grid size-8 shrink-0 place-items-center rounded-control"
      >
        <Icon icon={X} size={16} />
        <span className="sr-only">Dismiss</span>
      </button>
    </div>
  );
}

/** "A-7 and A-8 just went. Take B-7 and B-8?" */
function sayLost(store: SeatStore, { seats, instead, whole }: Lost): string {
  const went = `${listSeats(store, seats)} just went.`;
  if (instead.length === 0) return `${went} The rest of your list stays; pick another seat on the map.`;
  const rest = whole && instead.length > seats.length ? " in place of your list" : "";
  return `${went} Take ${listSeats(store, instead)}${rest}?`;
}

function sayNotice(store: SeatStore, notice: Notice): string {
  switch (notice.kind) {
    case "limit":
      return `${seatLimit} seats are the most in one hold. Hold these first, or take one off your list.`;
    case "not_adjacent":
      return `There are not ${notice.count} free seats side by side there, so only this one was taken.`;
    case "ended":
      return `The hold on ${listSeats(store, notice.seats)} ran out. ${notice.seats.length === 1 ? "It is" : "They are"} still in your list: hold again while free.`;
    case "released":
      return `${notice.count === 1 ? "The seat is" : `${notice.count} seats are`} back on sale.`;
    case "failed":
      return notice.text;
  }
}
