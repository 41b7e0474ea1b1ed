import { BookingId, EventId, SeatId } from "@evently/core/ids";
import { expect, test } from "vitest";
import type { KeptScan } from "../rules/kept-scan";
import { createMemoryStore } from "../store/memory-store";
import { makeScanLog } from "./scan-log";

const event_id = EventId.parse("event-00001");
const seat_pos = SeatId.parse("A-1");

const scan = (number: number): KeptScan => ({
  ...{
    scan_id: `scan ${number}`,
    event_id,
    booking_id: BookingId.parse("booking-00001"),
    seat_pos,
    ticket: { seat_pos },
  },
  ...{ told_at: null, check_in_id: null, conflict: null, undone: false },
  scan: { code: `E1.${number}`, at: "2027-01-14T19:00:00.000Z", device: "Phone" },
});

/** Two tabs over one database. */
function openTabs() {
  const store = createMemoryStore();
  const open = () => {
    let shown: readonly KeptScan[] = [];
    const write = (scans: readonly KeptScan[]) => {
      shown = scans;
    };
    const log = makeScanLog(event_id, store, { read: () => shown, write });
    return { log, show: () => shown.map(({ scan_id, undone }) => (undone ? `${scan_id} undone` : scan_id)) };
  };
  return { store, first: open(), second: open() };
}

test("a tab reads what another one did, and keeps what is not written yet", async () => {
  const { first, second } = openTabs();
  await first.log.add(scan(1));
  expect(second.show()).toEqual([]);
  const reading = second.log.reload();
  const adding = second.log.add(scan(2));
  expect(second.show()).toEqual(["scan 2"]);
  await Promise.all([reading, adding]);
  await Promise.all([first, second].map(({ log }) => log.reload()));
  for (const tab of [first, second]) expect(tab.show()).toEqual(["scan 1", "scan 2"]);
});

test("what one tab undoes stays undone while another one changes the same scan, and what is deleted stays away", async () => {
  const { first, second } = openTabs();
  await first.log.add(scan(1));
  await first.log.add(scan(2));
  await second.log.reload();
  await second.log.change(["scan 1"], (kept) => ({ ...kept, undone: true }));
  await second.log.change(["scan 2"], () => null);
  await first.log.change(["scan 1", "scan 2"], (kept) => ({ ...kept, told_at: "2027-01-14T19:01:00.000Z" }));
  await first.log.reload();
  expect(first.show()).toEqual(["scan 1 undone"]);
});

test("where the database can't be read what is known stays", async () => {
  const { store, first } = openTabs();
  await first.log.add(scan(1));
  store.listScans = () => Promise.reject(new Error("no disk"));
  await first.log.reload();
  expect(first.show()).toEqual(["scan 1"]);
});
