import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawBelow, seededRandom } from "@evently/core/testing/random";
import { expectCleanAudit, letTimePass } from "@evently/core/testing/settle-everything";
import { expect } from "vitest";
import { askApi, must, openOwnSale } from "../http/api-client.ts";
import { changeMeanwhile, type DoorLog, runDevice, type Scan, type Sold, sellTickets } from "./door-story.ts";
import { openAuditCore } from "./open-audit-core.ts";
import { startKillable, killableTable as table } from "./start-killable.ts";

const perRow = 24;
const devices = [
  { device: "first", gate: "North" },
  { device: "second", gate: "South" },
  { device: "third", gate: "North" },
];

export type Story = { kills: number; seed: number; rows: number };

/**
 * Three devices with a door key scan every ticket of an event at two API processes, which are killed with SIGKILL at random moments, while
 * bookings are cancelled and moved. Afterwards everybody whom a device let in is in the list, once as counted, and nobody else.
 */
export async function surviveKillsAtDoor({ kills, seed, rows }: Story) {
  const directory = await mkdtemp(join(tmpdir(), "evently-door-"));
  const random = seededRandom(seed);
  const stack = await startKillable(directory, random);
  try {
    const origins = stack.servers.map(({ origin }) => origin);
    const { event_id, token } = await openOwnSale(origins[0] ?? "", rows + 1, perRow);
    const [sold, spare] = [await sellTickets({ origins, event_id }, seatsOf(0, rows)), seatsOf(rows, rows + 1)];
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const { key } = await must(origins[0] ?? "", `/events/${event_id}/door-keys`, token, { name: "Door", until });
    const log: DoorLog = { letIn: [], answered: 0, cancelled: new Set(), strange: [] };
    const codes = sold.flatMap(({ codes }) => codes);
    const at = { origins, event_id, token, key: String(key) };
    let scanning = true;
    const working = Promise.all(
      devices.map((device, i) => runDevice(at, log, codes, { ...device, random: seededRandom(seed * 100 + i) })),
    ).finally(() => {
      scanning = false;
    });
    const changing = changeMeanwhile(at, log, { sold, spare, seed }, () => scanning);
    for (let i = 0; i < kills && scanning; i++) {
      await untilScanned(log, (codes.length * (i + 1) * 2) / (kills + 2) + drawBelow(random, 10), () => scanning);
      await stack.killServer();
    }
    await Promise.all([working, changing]);
    const counted = await checkList({ origin: origins[0] ?? "", event_id, token }, sold, log);
    await Promise.all(stack.servers.map((server) => server.end()));
    expect(log.strange).toEqual([]);
    const auditCore = openAuditCore({ endpoint: stack.endpoint, table, directory });
    await letTimePass(auditCore, 200);
    const audit = await expectCleanAudit(auditCore, event_id);
    await auditCore.close();
    expect(audit.counted.admitted).toBe(counted.admitted);
    return { kills: stack.killed.size, scans: log.letIn.length, ...counted, cancelled: log.cancelled.size };
  } finally {
    await stack.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

const seatsOf = (from: number, to: number): string[] =>
  Array.from({ length: (to - from) * perRow }, (_, i) => {
    const row = String.fromCharCode(65 + from + Math.floor(i / perRow));
    return `${row}-${(i % perRow) + 1}`;
  });

async function untilScanned(log: DoorLog, scans: number, isScanning: () => boolean): Promise<void> {
  while (log.answered < scans && isScanning()) await new Promise((resume) => setTimeout(resume, 20));
}

type Listed = {
  booking_id: string;
  seat_pos: string;
  admitted_at: string | null;
  entries: { at: string; device: string; gate: string; ticket: string }[];
};

async function checkList(at: { origin: string; event_id: string; token: string }, sold: Sold[], log: DoorLog) {
  const { items, admitted } = await readList(at, "");
  const entered = items.flatMap(({ booking_id, seat_pos, entries }) =>
    entries.map((entry) => `${booking_id} ${seat_pos} ${describe(entry)}`),
  );
  const ticketOf = new Map(
    sold.flatMap(({ booking_id, codes, seats }) =>
      codes.map((code, i) => [code, `${booking_id} ${seats[i]}`] as const),
    ),
  );
  const wanted = log.letIn.map((scan) => `${ticketOf.get(scan.code)} ${describe(scan)}`);
  expect(entered.toSorted()).toEqual(wanted.toSorted());
  const isIn = items.filter(({ admitted_at }) => admitted_at !== null);
  expect(isIn).toHaveLength(admitted);
  for (const { booking_id } of isIn) expect(log.cancelled.has(booking_id)).toBe(false);
  const doubles = items.filter(({ entries }) => entries.length > 1 || entries.some(({ ticket }) => ticket !== "valid"));
  const { items: named } = await readList(at, "&conflicts=true");
  expect(named).toEqual(doubles);
  return { admitted, doubles: doubles.length };
}

const describe = ({ at, device, gate }: Pick<Scan, "at" | "device" | "gate">): string => `${at} ${device} ${gate}`;

async function readList(
  { origin, event_id, token }: { origin: string; event_id: string; token: string },
  more: string,
) {
  const items: Listed[] = [];
  let admitted = 0;
  for (let cursor: unknown = ""; cursor !== null; ) {
    const path = `/events/${event_id}/check-ins?limit=200${more}${cursor === "" ? "" : `&cursor=${cursor}`}`;
    const { body } = await askApi(origin, "GET", path, { token });
    items.push(...(body.items as Listed[]));
    admitted = Number(body.admitted);
    cursor = body.next_cursor;
  }
  return { items, admitted };
}
