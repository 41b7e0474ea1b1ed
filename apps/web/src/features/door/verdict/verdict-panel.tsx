"use client";

import { Check, OctagonX, Undo2 } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { FailurePanel } from "~/ui/message/failure-panel";
import type { DeskState, Shown } from "../desk/desk";
import { doorWords } from "../page/door-words";
import type { Verdict } from "../rules/verdict";
import { type ClockStyle, explainVerdict, nameKnownSeat, nameVerdict } from "./describe-verdict";

type Props = { shown: DeskState["shown"]; clock: ClockStyle; onUndo: (scan_id: string) => void };

/** What the last scan came to, to be read at an arm's length in the dark: a word, a shape and a color say the same. */
export function VerdictPanel({ shown, clock, onUndo }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    vibrate(shown);
    // Whoever typed the code may look at the field far below it.
    if (shown && panel.current) bringIntoView(panel.current);
  }, [shown]);
  const verdict = shown?.kind === "verdict" ? shown.verdict : null;
  const isIn = verdict?.result === "admitted";
  return (
    <div ref={panel} className="flex grow scroll-my-4 flex-col">
      {shown ? null : (
        <p className="grid grow place-items-center rounded-card border border-outline border-dashed p-5 text-center text-18 text-soft">
          Ready: scan a ticket, or type its code.
        </p>
      )}
      <div role="status" className="flex grow flex-col empty:grow-0" data-result={isIn ? "admitted" : undefined}>
        {isIn ? (
          <Panel key={shown?.number} verdict={verdict} clock={clock}>
            <UndoButton shown={shown} onUndo={onUndo} />
          </Panel>
        ) : null}
        {shown?.kind === "undone" ? (
          <p className="rounded-card border border-outline bg-card p-5 font-semibold text-22">
            Undone: {nameKnownSeat(shown.scan.ticket)}.
            {shown.isTold ? null : " The server is told as soon as it can be reached."}
          </p>
        ) : null}
      </div>
      {verdict && !isIn ? (
        <div role="alert" key={shown?.number} data-result={verdict.result} className="flex grow flex-col">
          <Panel verdict={verdict} clock={clock} />
        </div>
      ) : null}
      {shown?.kind === "failed" ? <FailurePanel {...describeFailure(shown.error, doorWords)} /> : null}
      {shown?.kind === "unchecked" ? <FailurePanel {...unchecked} /> : null}
    </div>
  );
}

const unchecked = {
  headline: "This can’t be checked without the server.",
  meaning: "Nobody was let in. This device has no list yet, or its browser can’t check signatures on this address.",
  action: "Look in the printed list, or at another device.",
};

const looks = {
  in: { icon: Check, colors: "verdict-in bg-good text-on-good" },
  out: { icon: OctagonX, colors: "bg-curtain text-on-curtain" },
} as const;

type PanelProps = { verdict: Verdict; clock: ClockStyle; children?: ReactNode };

function Panel({ verdict, clock, children }: PanelProps) {
  const { icon: Sign, colors } = looks[verdict.result === "admitted" ? "in" : "out"];
  const { ticket } = verdict;
  const explained = explainVerdict(verdict, clock);
  return (
    <div className={`flex grow flex-col justify-center gap-2 rounded-card border border-transparent p-5 ${colors}`}>
      <p className="flex items-center gap-3 font-semibold text-36">
        <Sign size={48} strokeWidth={2.5} aria-hidden="true" className="shrink-0" />
        <span className="min-w-0">{nameVerdict(verdict)}</span>
      </p>
      {ticket ? <p className="figures font-semibold text-28">{nameKnownSeat(ticket)}</p> : null}
      {ticket?.holder ? <bdi className="text-22">{ticket.holder}</bdi> : null}
      {explained ? <p className="text-18">{explained}</p> : null}
      {children}
    </div>
  );
}

function UndoButton({ shown, onUndo }: { shown: Shown | null; onUndo: Props["onUndo"] }) {
  if (shown?.kind !== "verdict" || shown.scan_id === null) return null;
  const { scan_id, isOffline } = shown;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={() => onUndo(scan_id)}>
        <Icon icon={Undo2} size={18} />
        Undo
      </Button>
      {isOffline ? <span className="text-16">Decided by this device alone.</span> : null}
    </div>
  );
}

/** Its first word counts, where all of it is too tall for the screen. */
function bringIntoView(panel: HTMLElement): void {
  panel.scrollIntoView({ block: panel.offsetHeight > window.innerHeight ? "start" : "nearest" });
}

const short = 70;
const long = 250;

/** Felt in a pocket's light: once for in, three times for stop. Only after a press: browsers refuse it before. */
function vibrate(shown: Shown | null): void {
  if (shown === null || !navigator.userActivation?.hasBeenActive) return;
  const isIn = shown.kind === "verdict" && shown.verdict.result === "admitted";
  navigator.vibrate?.(isIn ? short : [long, short, long, short, long]);
}
