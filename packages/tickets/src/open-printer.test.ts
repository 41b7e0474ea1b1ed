import { afterEach, expect, it } from "vitest";
import { mostPages, openPrinter, type Printer } from "./open-printer.ts";
import type { PrintedTickets } from "./write-tickets-pdf.ts";

const printers: Printer[] = [];
afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close();
});

function open(options: Parameters<typeof openPrinter>[0] = {}): Printer {
  const printer = openPrinter(options);
  printers.push(printer);
  return printer;
}

/** A thread that counts what it is asked for, and answers with that; what it is asked for with a name in these it does not survive. */
const counting = new URL(
  `data:text/javascript,import { parentPort } from "node:worker_threads";
  let count = 0;
  parentPort.on("message", ({ event: { name } }) => {
    count++;
    if (name === "exits") process.exit(0);
    if (name === "throws") throw new Error("broken");
    if (name === "is refused") return parentPort.postMessage({ fault: "no such letter" });
    if (name !== "hangs") parentPort.postMessage({ pdf: Buffer.from(name + " " + count) });
  });`,
);

const ticketsFor = (name: string, pages = 1): PrintedTickets => ({
  tickets: Array.from({ length: pages }, (_, i) => ({
    ...{ booking_id: "booking-00042", seat_pos: `A-${i + 1}`, section: "", row_label: "A", seat_label: `${i + 1}` },
    ...{ seat_type: "Stalls", code: `E1.k1.1.42.A-${i + 1}.1.sig`, version: 1, holder: null, state: "valid" },
  })) as unknown as PrintedTickets["tickets"],
  event: { name, start_time: "2027-10-31T00:30:00.000Z", timezone: "Europe/Oslo", venue_name: "Hall", city: "Oslo" },
  booked_at: "2026-11-22T05:04:19.123Z",
  seller: null,
});

it("draws in a thread: the event loop turns while it does", async () => {
  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  const pdf = await open().print(ticketsFor("Concert"));
  clearInterval(turning);
  expect(pdf.subarray(0, 8).toString()).toBe("%PDF-1.7");
  expect(turns).toBeGreaterThan(3);
});

it("draws one at a time, in order, and what is asked for again meanwhile only once", async () => {
  const { print } = open({ program: counting });
  const asked = ["a", "b", "a", "c", "b"].map((name) => print(ticketsFor(name)));
  const drawn = (await Promise.all(asked)).map(String);
  expect(drawn).toEqual(["a 1", "b 2", "a 1", "c 3", "b 2"]);
  expect(String(await print(ticketsFor("a")))).toBe("a 4");
});

it("draws once for however many ask for the same tickets, and keeps its places for others", async () => {
  const { printSoon } = open({ program: counting });
  const asked = Array.from({ length: mostPages }, (_, n) => {
    const { event, ...same } = ticketsFor("the same");
    return printSoon({ ...same, event: Object.assign(event, { seats_available: n }) });
  });
  expect(String(await printSoon(ticketsFor("another")))).toBe("another 2");
  expect(new Set((await Promise.all(asked)).map(String))).toEqual(new Set(["the same 1"]));
});

it("refuses at once what need not be drawn while many pages wait, and draws what must be", async () => {
  const { print, printSoon } = open({ program: counting });
  const waiting = Array.from({ length: 4 }, (_, n) => print(ticketsFor(`long ${n}`, mostPages / 4)));
  expect(await printSoon(ticketsFor("one more"))).toBeNull();
  const mail = print(ticketsFor("mail"));
  expect(String(await mail)).toBe("mail 5");
  await Promise.all(waiting);
  expect(String(await printSoon(ticketsFor("one more")))).toBe("one more 6");
});

it.each([
  ["exits", "ended"],
  ["throws", "broken"],
])("goes on with the next one after one with which the thread %s", async (name, message) => {
  const { print } = open({ program: counting });
  const [broken, next] = [print(ticketsFor(name)), print(ticketsFor("next"))];
  await expect(broken).rejects.toThrow(message);
  expect(String(await next)).toBe("next 1");
});

it("says why one was not drawn, in the same thread as the next", async () => {
  const { print } = open({ program: counting });
  await expect(print(ticketsFor("is refused"))).rejects.toThrow("no such letter");
  expect(String(await print(ticketsFor("next")))).toBe("next 2");
});

it("ends a thread that hangs, and starts another", async () => {
  const { print } = open({ program: counting, longestMs: 1_000 });
  await expect(print(ticketsFor("hangs"))).rejects.toThrow("aborted");
  // A new thread may take longer than this one's patience, on a busy machine.
  const next = () => print(ticketsFor("next")).then(String, () => null);
  await expect.poll(next).toBe("next 1");
});
