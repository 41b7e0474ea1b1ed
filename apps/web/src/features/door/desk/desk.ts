import type { CheckInList, SeatCheckIn } from "@evently/core/door";
import type { EventId } from "@evently/core/ids";
import { makeSignal, type Signal } from "~/ui/message/signal";
import { readDeviceClock } from "../device-clock";
import { createDoorApi, type DoorApi } from "../door-api";
import { correctTime, learnContact } from "../rules/door-clock";
import { indexSheet, type Sheet } from "../rules/index-sheet";
import type { KeptScan } from "../rules/kept-scan";
import type { Verdict } from "../rules/verdict";
import type { DoorStore, Fetched, KeptDoor } from "../store/door-store";
import { isOfOther } from "../store/is-of-other";
import { openStore } from "../store/open-store";
import { openVerifier, type VerifyCode } from "../verify-code";
import { makeScanLog, type ScanLog } from "./scan-log";

/** What the last scan came to. */
export type Shown =
  | { kind: "verdict"; verdict: Verdict; at: string; isOffline: boolean; scan_id: string | null }
  /** `isTold`: the server knows, too; otherwise it is told later. */
  | { kind: "undone"; scan: KeptScan; isTold: boolean }
  | { kind: "failed"; error: unknown }
  /** Without a network, and without the means to check a signature. */
  | { kind: "unchecked" };

export type DeskState = {
  /** `closed`: whoever has this device may not let people in, or not any more. `over`: nobody does, since the event has long ended. */
  phase: "opening" | "open" | "closed" | "over";
  /** Why it is closed, or can't be opened. */
  error: unknown;
  sheet: Sheet | null;
  fetched_at: string | null;
  isReachable: boolean;
  /** The server asked this device to wait a moment, and it does. */
  isHeldBack: boolean;
  /** Whether this device can keep what it does for when its page is closed. */
  isKept: boolean;
  counts: Pick<CheckInList, "admitted" | "expected" | "by_gate"> | null;
  /** Those whom this device let in: who waits for a network, and the newest others. */
  scans: readonly KeptScan[];
  conflicts: readonly SeatCheckIn[];
  /** Something was taken back that the list still has. */
  isListDue: boolean;
  /** Counts up with each. */
  shown: (Shown & { number: number }) | null;
  gate: string | null;
  device: string;
};

/** The door of an event at this device. */
export type Desk = {
  event_id: EventId;
  api: DoorApi;
  store: DoorStore;
  log: ScanLog;
  state: Signal<DeskState>;
  change(part: Partial<DeskState>): void;
  show(shown: Shown): void;
  /** The server's time as this device knows it, as an instant. */
  now(): string;
  /** Keeps it on the device, too. */
  keepGate(gate: string | null): Promise<void>;
  /** `user_id`: for whom it was fetched; null with a key. */
  keepList(fetched: Fetched, user_id: string | null): Promise<void>;
  /** Key, names and tickets. Returns the scans that wait. */
  forget(): Promise<readonly KeptScan[]>;
  /** Null without cryptography, or before the keys were fetched. */
  verify(): VerifyCode | null;
};

export const openingState: DeskState = {
  ...{ phase: "opening", error: null, sheet: null, fetched_at: null, isReachable: true, counts: null },
  ...{ isHeldBack: false, isKept: true, isListDue: false },
  ...{ scans: [], conflicts: [], shown: null, gate: null, device: "" },
};

/** Opens the door with what this device knows of it already; `key` is that of the link by which it was opened, if it was. */
export async function openDesk(event_id: EventId, key: string | null): Promise<Desk> {
  const state = makeSignal(openingState);
  const change = (part: Partial<DeskState>) => state.write({ ...state.read(), ...part });
  const store = await openStore(readDeviceClock(), () => change({ isKept: false }));
  const opened = { opened_at: readDeviceClock(), ...(key === null ? {} : { key, user_id: null }) };
  let kept: KeptDoor = { ...((await store.findDoor(event_id)) ?? newDoor(event_id)), ...opened };
  let verify: VerifyCode | null = null;

  async function put(part: Partial<KeptDoor>): Promise<void> {
    kept = { ...kept, ...part };
    await store.changeDoor(event_id, (known) => ({ ...(known ?? newDoor(event_id)), ...part }));
  }
  async function use(fetched: Fetched | null): Promise<void> {
    verify = fetched && (await openVerifier(fetched.keys));
    change({ sheet: fetched && indexSheet(fetched.sheet), fetched_at: fetched?.fetched_at ?? null });
  }
  const desk: Desk = {
    ...{ event_id, store, state, change },
    log: makeScanLog(event_id, store, { read: () => state.read().scans, write: (scans) => change({ scans }) }),
    api: createDoorApi(event_id, {
      key: kept.key,
      onContact: (contact) => void put({ contact: learnContact(kept.contact, contact) }),
    }),
    async keepGate(gate) {
      change({ gate });
      await put({ gate });
    },
    async keepList(fetched, user_id) {
      await use(fetched);
      await store.putList(fetched);
      await put({ end_time: fetched.sheet.event.end_time, user_id });
    },
    async forget() {
      await use(null);
      const { key } = kept;
      kept = { ...kept, key: null, user_id: null, end_time: null };
      return store.forget(event_id, key);
    },
    show: (shown) => change({ shown: { ...shown, number: (state.read().shown?.number ?? 0) + 1 } }),
    now: () => new Date(Math.round(correctTime(kept.contact, readDeviceClock()) * 1000)).toISOString(),
    verify: () => verify,
  };
  if (await belongsToOther(desk, kept)) await desk.forget();
  await put(opened);
  await openKept(desk, kept.gate, use);
  return desk;
}

const newDoor = (event_id: EventId): KeptDoor => ({
  ...{ event_id, key: null, user_id: null, gate: null, contact: null, end_time: null, opened_at: readDeviceClock() },
});

async function openKept(desk: Desk, gate: string | null, use: (fetched: Fetched | null) => Promise<void>) {
  const { store, event_id, change } = desk;
  const fetched = (await store.findList(event_id)) ?? null;
  await use(fetched);
  const [scans, device] = [await store.listScans(event_id), await store.nameDevice()];
  change({ scans, device, gate, phase: fetched ? "open" : "opening" });
}

/** Whether what is kept is of an account that is not signed in any more; while the server can't be reached nobody knows. */
async function belongsToOther({ api }: Desk, kept: KeptDoor): Promise<boolean> {
  if (kept.key !== null || kept.user_id === null || !navigator.onLine) return false;
  const holder = await api.readHolder().catch(() => undefined);
  return holder !== undefined && isOfOther(kept, holder);
}
