"use client";

import { Info, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { nameAllInHall } from "~/features/hall/name-in-hall";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { announce } from "~/ui/message/announcements";
import type { Picker } from "../picker";
import { describeLost, describeNotice } from "../selection/describe-notice";
import { describeSelection, describeTaken } from "../selection/describe-selection";
import { takeAlternatives } from "../selection/lost-seats";
import { dismissNotices } from "../selection/selection";
import { useSelection } from "../selection/use-selection";
import { outcome } from "./outcome-panel";

/** What just happened to the selection, what it means, and the one button that helps. */
export function PickerNotices({ picker }: { picker: Picker }) {
  const { lost, notice } = useSelection(picker);
  const lostText = lost ? describeLost(picker, lost) : null;
  const text = notice ? describeNotice(picker, notice) : null;
  const dismiss = () => picker.update(dismissNotices);
  const take = (seats: readonly number[]) => {
    picker.update(takeAlternatives);
    announce(describeTaken(picker, seats));
  };
  const insist = (seat: number) => {
    picker.toggle(seat);
    announce(describeSelection(picker, seat));
  };
  const boxes = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const spoken = [lostText, text].filter(Boolean).join(" ");
    if (spoken && !boxes.current?.contains(document.activeElement)) announce(spoken);
  }, [lostText, text]);
  return (
    <div ref={boxes} className="contents">
      {lost && lostText ? (
        <NoticeBox text={lostText} onDismiss={dismiss}>
          {lost.alternatives.length > 0 ? (
            <Button variant="primary" size="small" onClick={() => take(lost.alternatives)}>
              Take {nameAllInHall(picker, lost.alternatives)}
            </Button>
          ) : null}
        </NoticeBox>
      ) : null}
      {text ? (
        <NoticeBox text={text} onDismiss={dismiss}>
          {notice?.kind === "asks" ? (
            <Button variant="primary" size="small" onClick={() => insist(notice.seat)}>
              Take it anyway
            </Button>
          ) : null}
        </NoticeBox>
      ) : null}
    </div>
  );
}

function NoticeBox({ text, onDismiss, children }: { text: string; onDismiss: () => void; children?: ReactNode }) {
  return (
    <div className="flex items-start gap-3 rounded-control bg-spot-wash p-3 text-14 text-on-spot-wash">
      <Icon icon={Info} size={18} className="mt-0.5 shrink-0" />
      <div className="flex grow flex-col items-start gap-2">
        <p {...outcome(text)}>{text}</p>
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
