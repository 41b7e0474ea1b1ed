"use client";

import type { SheetTicket } from "@evently/core/door";
import type { EventId } from "@evently/core/ids";
import { type ReactNode, useMemo, useState } from "react";
import { useDateStyle } from "~/ui/format/use-date-style";
import { LinkButton } from "~/ui/link-button";
import { CameraView } from "../camera/camera-view";
import "../door.css";
import type { DeskState } from "../desk/desk";
import { ConflictList } from "../entered/conflict-list";
import { CountTables, TotalCount } from "../entered/door-counts";
import { LetInList } from "../entered/let-in-list";
import { useKeptPage } from "../offline/keep-page";
import { enteredBy } from "../rules/find-entered";
import type { Sheet } from "../rules/index-sheet";
import { ByHandDialog } from "../search/by-hand-dialog";
import { TicketField } from "../search/ticket-field";
import { VerdictPanel } from "../verdict/verdict-panel";
import { ClosedDoor } from "./closed-door";
import { DeviceForm } from "./device-form";
import { NetworkLine } from "./network-line";
import { type DeskActions, useDesk } from "./use-desk";

/** The door of an event at this device: scans, lets in, and counts, with or without a network. `signIn` leads whoever needs it to sign in. */
export function DoorDesk({ event_id, signIn }: { event_id: EventId; signIn: ReactNode }) {
  useKeptPage();
  const { state, actions } = useDesk(event_id);
  const { sheet } = state;
  return (
    <div className="door mx-auto flex w-full max-w-[40rem] flex-col gap-4 px-4 py-4">
      {sheet && actions && state.phase === "open" ? (
        <OpenDoor {...{ state, sheet, actions }} />
      ) : (
        <ClosedDoor {...{ state, signIn }} onTryAgain={actions && (() => void actions.sync(true))} />
      )}
    </div>
  );
}

type Props = { state: DeskState; sheet: Sheet; actions: DeskActions };

function OpenDoor({ state, sheet, actions }: Props) {
  const [chosen, setChosen] = useState<SheetTicket | null>(null);
  const clock = { zone: sheet.event.timezone, style: useDateStyle() };
  const { fetched_at, scans } = state;
  const findEntered = useMemo(() => enteredBy(sheet, fetched_at ?? "", scans), [sheet, fetched_at, scans]);
  const check = (code: string) => actions.check(code);
  // The button that had the focus is gone.
  const undo = (scan_id: string) =>
    void actions.undo(scan_id).then(() => document.getElementById("main")?.focus({ preventScroll: true }));
  function letIn({ seat_pos }: SheetTicket, reason: string): void {
    setChosen(null);
    void actions.byHand(seat_pos, reason);
  }
  return (
    <>
      <div className="flex min-h-[calc(100dvh-2rem)] flex-col gap-4">
        <DoorHeader {...{ state, sheet }} />
        <NetworkLine state={state} clock={clock} />
        <VerdictPanel shown={state.shown} clock={clock} onUndo={undo} />
        <CameraView onCode={check} />
        <TicketField
          tickets={sheet.tickets}
          {...{ findEntered, clock }}
          onCode={(code) => void check(code)}
          onChoose={setChosen}
        />
      </div>
      <LetInList scans={scans} clock={clock} onUndo={undo} />
      <ConflictList conflicts={state.conflicts} clock={clock} />
      <CountTables counts={state.counts} {...{ sheet, findEntered }} />
      <DeviceForm state={state} actions={actions} />
      <LinkButton prefetch={false} href={`/door/${sheet.event.event_id}/list`} className="self-start">
        Print the door list
      </LinkButton>
      <ByHandDialog ticket={chosen} onClose={() => setChosen(null)} onLetIn={letIn} />
    </>
  );
}

function DoorHeader({ state, sheet: { event } }: Pick<Props, "state" | "sheet">) {
  return (
    <header className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <h1 dir="auto" className="line-clamp-2 font-semibold text-18">
          <span className="sr-only">Door: </span>
          {event.name}
        </h1>
        <p className="text-14 text-soft">
          {state.gate === null ? null : (
            <>
              Gate <bdi>{state.gate}</bdi> ·{" "}
            </>
          )}
          <bdi>{state.device}</bdi>
        </p>
      </div>
      <TotalCount {...state} />
    </header>
  );
}
