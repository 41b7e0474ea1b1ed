"use client";

import type { EventId, SeatId } from "@evently/core/ids";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { type Desk, type DeskState, openDesk, openingState } from "../desk/desk";
import { checkCode, letInByHand } from "../desk/let-in";
import { makeListRefresh } from "../desk/list-refresh";
import { syncDesk } from "../desk/sync-desk";
import { takeTurn } from "../desk/take-turn";
import { undoScan } from "../desk/undo-scan";
import { useKeyInAddress } from "./use-key-in-address";

/** Counts are fetched, and a network that was lost is looked for, so often. */
const syncEveryMs = 5_000;

export type DeskActions = ReturnType<typeof actionsOf>;

/** The door of an event at this device, and what can be done there; without actions until it is open. */
export function useDesk(event_id: EventId): { state: DeskState; actions: DeskActions | null } {
  const address = useKeyInAddress();
  const [opened, setOpened] = useState<{ desk: Desk; actions: DeskActions } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (!address.isRead) return;
    let stop = () => {};
    let isGone = false;
    openDesk(event_id, address.key).then((desk) => {
      if (isGone) return;
      address.clear();
      const actions = actionsOf(desk);
      setOpened({ desk, actions });
      stop = keepInStep(actions);
    }, setError);
    return () => {
      isGone = true;
      stop();
    };
  }, [event_id, address]);
  const state = useDeskState(opened?.desk ?? null);
  const failed = useMemo<DeskState>(() => ({ ...openingState, phase: "closed", error }), [error]);
  return { state: error === null ? state : failed, actions: opened?.actions ?? null };
}

const closedPhases = new Set<DeskState["phase"]>(["closed", "over"]);

const nothing = () => () => {};

const useDeskState = (desk: Desk | null): DeskState =>
  useSyncExternalStore(desk?.state.subscribe ?? nothing, desk?.state.read ?? (() => openingState), () => openingState);

/** One after the other, over all tabs of this device: a second scan is judged by what the first one did. */
function actionsOf(desk: Desk) {
  let last: Promise<unknown> = Promise.resolve();
  function inTurn(work: () => Promise<void>): Promise<void> {
    const fresh = () => desk.log.reload().then(work);
    const next = last.then(() => takeTurn(`door ${desk.event_id}`, fresh));
    last = next.catch(() => {});
    return next;
  }
  const refreshList = makeListRefresh(desk);
  let running: Promise<void> | null = null;
  async function sync(isListDue = false): Promise<void> {
    running ??= syncDesk(desk).finally(() => {
      running = null;
    });
    await running;
    const { phase, isReachable } = desk.state.read();
    if (phase === "open" && isReachable) void refreshList(isListDue);
  }
  return {
    api: desk.api,
    isClosed: () => closedPhases.has(desk.state.read().phase),
    sync,
    check: (code: string) => inTurn(() => checkCode(desk, code)),
    byHand: (seat_pos: SeatId, reason: string) => inTurn(() => letInByHand(desk, seat_pos, reason)),
    async undo(scan_id: string): Promise<void> {
      await inTurn(async () => {
        const scan = desk.state.read().scans.find((scan) => scan.scan_id === scan_id);
        if (scan && !scan.undone) await undoScan(desk, scan);
      });
      void sync();
    },
    async setGate(gate: string | null): Promise<void> {
      await desk.keepGate(gate);
    },
    async rename(device: string): Promise<void> {
      await desk.store.renameDevice(device);
      desk.change({ device });
    },
  };
}

/** Asks for news while the page is seen, and at once when there is a network again. */
function keepInStep({ sync, isClosed }: Pick<DeskActions, "sync" | "isClosed">): () => void {
  const tick = () => {
    if (document.visibilityState === "visible" && !isClosed()) void sync();
  };
  void sync(true);
  const timer = setInterval(tick, syncEveryMs);
  for (const [target, name] of [
    [window, "online"],
    [document, "visibilitychange"],
  ] as const)
    target.addEventListener(name, tick);
  return () => {
    clearInterval(timer);
    for (const [target, name] of [
      [window, "online"],
      [document, "visibilitychange"],
    ] as const)
      target.removeEventListener(name, tick);
  };
}
