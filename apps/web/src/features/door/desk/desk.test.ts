import { BookingId, EventId, SeatId } from "@evently/core/ids";
import { drawnSeed } from "@evently/core/testing/drawn-seed";
import { drawCode } from "@evently/core/testing/mutate-code";
import { seededRandom } from "@evently/core/testing/random";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { KeptScan } from "../rules/kept-scan";
import { openDesk } from "./desk";
import { checkCode } from "./let-in";
import { makeListRefresh } from "./list-refresh";
import { syncDesk } from "./sync-desk";
import { undoScan } from "./undo-scan";

const event_id = EventId.parse("event-00001");
const check_in_id = "check-in-1.A-1.abcdefghijklmnop";
const code = drawCode(seededRandom(drawnSeed));
const seat = { seat_pos: "A-1", section: "", row_label: "A", seat_label: "1", holder: null };
const admitted = { result: "admitted", check_in_id, admitted_at: "2027-01-14T19:00:00.000Z", ...seat };
const counts = { items: [], next_cursor: null, admitted: 4, expected: 9, by_gate: [{ gate: null, admitted: 4 }] };

type Answer = (body: RequestInit["body"]) => Response | Promise<Response>;
const data = (data: unknown) => Response.json({ result: { data } });
const failing = (status: number, error_code: string, headers = {}) =>
  Response.json({ error: "No.", error_code, details: {} }, { status, headers });
const noNetwork = () => Promise.reject(new TypeError("Failed to fetch"));

/** The network of a browser that refuses its database: one answer after the other of a procedure, the last one for good. */
function answer(answers: Record<string, Answer[]>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    const procedure = /trpc\/([\w.]+)/.exec(url)?.[1] ?? "";
    asked.push(procedure);
    const list = answers[procedure] ?? [];
    return (list.length > 1 ? list.shift() : list[0])?.(init?.body) ?? failing(404, "NOT_FOUND");
  });
  return asked;
}

beforeEach(() => {
  vi.stubGlobal("navigator", { onLine: true });
  vi.useFakeTimers({ toFake: ["setTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const openDoor = () => openDesk(event_id, "a key");

test("a server that asks for a moment is asked again, and the device does not decide alone", async () => {
  const limited = () => failing(429, "RATE_LIMITED", { "retry-after": "1" });
  const asked = answer({ "door.checkIn": [limited, limited, () => data({ ...admitted, gate: null, device: null })] });
  const desk = await openDoor();
  desk.change({ counts });
  const checked = checkCode(desk, code);
  await vi.waitFor(() => expect(desk.state.read().isHeldBack).toBe(true));
  await vi.advanceTimersByTimeAsync(10_000);
  await checked;
  expect(asked).toEqual(["door.checkIn", "door.checkIn", "door.checkIn"]);
  const { shown, isReachable, isHeldBack } = desk.state.read();
  expect(shown).toMatchObject({ kind: "verdict", verdict: { result: "admitted" }, isOffline: false });
  expect({ isReachable, isHeldBack }).toEqual({ isReachable: true, isHeldBack: false });
  expect(desk.state.read().counts).toMatchObject({ admitted: 5, by_gate: [{ gate: null, admitted: 5 }] });
});

test("a server that asks for a moment again and again lets nobody in", async () => {
  const asked = answer({ "door.checkIn": [() => failing(429, "RATE_LIMITED")] });
  const desk = await openDoor();
  const checked = checkCode(desk, code);
  await vi.advanceTimersByTimeAsync(60_000);
  await checked;
  expect(asked).toHaveLength(4);
  expect(desk.state.read()).toMatchObject({ isReachable: true, scans: [], shown: { kind: "failed" } });
});

test("where a browser refuses its database the verdict is shown all the same, and that nothing is kept", async () => {
  answer({ "door.checkIn": [() => data({ ...admitted, gate: null, device: null })] });
  const desk = await openDoor();
  await checkCode(desk, code);
  expect(desk.state.read()).toMatchObject({ isKept: false, shown: { verdict: { result: "admitted" } } });
  expect(desk.state.read().scans).toHaveLength(1);
});

/** A scan that this device decided, whose answer was lost. */
async function letInAlone(desk: Awaited<ReturnType<typeof openDoor>>) {
  const seat_pos = SeatId.parse("A-1");
  const scan: KeptScan = {
    ...{ scan_id: "one", event_id, booking_id: BookingId.parse("booking-00001"), seat_pos, ticket: { seat_pos } },
    ...{ told_at: null, check_in_id: null, conflict: null, undone: false },
    scan: { code, at: "2027-01-14T19:00:00.000Z", device: "Phone" },
  };
  await desk.log.add(scan);
  await undoScan(desk, scan);
}

test("what was undone before the server was told is told and taken back once there is a network", async () => {
  const merged = { items: [{ ...admitted, gate: null, device: null }] };
  const asked = answer({
    "door.checkIn": [noNetwork, () => data(merged)],
    "door.undo": [() => data(undefined)],
    "door.list": [() => data(counts)],
  });
  const desk = await openDoor();
  await letInAlone(desk);
  expect(desk.state.read()).toMatchObject({ scans: [{ undone: true }], shown: { kind: "undone", isTold: false } });
  await syncDesk(desk);
  expect(desk.state.read().scans).toHaveLength(1);
  await syncDesk(desk);
  expect(asked).toEqual(["door.checkIn", "door.checkIn", "door.undo", "door.list"]);
  expect(desk.state.read().scans).toEqual([]);
});

test("what was undone is found among the conflicts where somebody else had gone in with the ticket", async () => {
  const { check_in_id: other, admitted_at, ...facts } = admitted;
  const merged = {
    items: [{ ...facts, result: "already_admitted", check_in_id: other, admitted_at, gate: null, device: null }],
  };
  const entry = { at: "2027-01-14T19:00:00.000Z", gate: null, ticket: "valid", reason: null };
  const entries = [
    { ...entry, check_in_id: other, device: "Another phone" },
    { ...entry, check_in_id: "check-in-1.A-1.ponmlkjihgfedcba", device: "Phone" },
  ];
  const conflict = { ...seat, booking_id: "booking-00001", admitted_at, gate: null, entries };
  const undone: string[] = [];
  answer({
    "door.checkIn": [() => data(merged)],
    "door.list": [
      () => data({ ...counts, next_cursor: "more" }),
      () => data({ ...counts, items: [conflict] }),
      () => data(counts),
    ],
    "door.undo": [
      (body) => {
        undone.push(String(body));
        return data(undefined);
      },
    ],
  });
  const desk = await openDoor();
  await letInAlone(desk);
  await syncDesk(desk);
  expect(undone).toEqual([expect.stringContaining("check-in-1.A-1.ponmlkjihgfedcba")]);
  expect(desk.state.read()).toMatchObject({ scans: [], isListDue: true, isReachable: true });
});

test("a list that does not come says nothing of the network, and is not asked for at once", async () => {
  const lost = { "door.sheet": [noNetwork], "ticket.keys": [noNetwork] };
  const asked = answer({ ...lost, "door.list": [() => data(counts)] });
  const desk = await openDoor();
  await syncDesk(desk);
  const refresh = makeListRefresh(desk);
  await refresh();
  const before = asked.length;
  expect(asked).toContain("door.sheet");
  await refresh();
  expect(asked).toHaveLength(before);
  expect(desk.state.read()).toMatchObject({ phase: "open", isReachable: true });
});

test("a device that is asked for a moment when it counts can reach the server", async () => {
  answer({ "door.list": [() => data(counts), () => failing(429, "RATE_LIMITED"), noNetwork] });
  const desk = await openDoor();
  const reachable: boolean[] = [];
  for (let i = 0; i < 3; i++) {
    await syncDesk(desk);
    reachable.push(desk.state.read().isReachable);
  }
  expect(reachable).toEqual([true, true, false]);
});
