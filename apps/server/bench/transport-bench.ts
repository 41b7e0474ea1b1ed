import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { put, update } from "@evently/core/table/actions";
import type { Key } from "@evently/core/table/keys";
import { provision } from "@evently/core/table/provision";
import { readItem } from "@evently/core/table/read-item";
import { connectTable, type Table, type Transport } from "@evently/core/table/table";
import { transact } from "@evently/core/table/transact";
import { startEngine } from "@evently/local-db/start-engine";
import { drive } from "./drive.ts";
import { median, quantile, round } from "./quantile.ts";
import { handIn, say } from "./report.ts";

const rounds = 5;
const calls = 2_000;
const loads = [1, 16];
const transports: Transport[] = ["sdk", "lean"];
const name = "evently-transport";

type Call = "transaction of four" | "read";
type Measured = { call: Call; atOnce: number; transport: Transport; cpuMs: number; took: number[] };

const ways: Record<Call, (table: Table, worker: number) => Promise<unknown>> = {
  "transaction of four": writeFour,
  read: (table, worker) => readItem(table, keyOf(worker, 3)),
};

const directory = await mkdtemp(join(tmpdir(), "evently-bench-"));
const engine = await startEngine({ engine: "dynoxide", dbPath: join(directory, "engine") });
const tables = new Map(transports.map((transport) => [transport, open(transport)]));
try {
  report(await measure());
} finally {
  for (const table of tables.values()) table.close();
  await engine.stop();
  await rm(directory, { recursive: true, force: true });
}

function open(transport: Transport) {
  return connectTable({ endpoint: engine.endpoint, name, region: "us-east-1", transport });
}

function keyOf(worker: number, n: number): Key {
  return { pk: `item-${worker}`, sk: `item-${n}` };
}

/** As large as a hold of two seats: two conditional updates, a new item of some size, a counter. */
function writeFour(table: Table, worker: number): Promise<unknown> {
  const values = { ":held": "held", ":holding": "holding-00001", ":ttl": 1_800_000_000.5, ":one": 1 };
  const hold = "SET seat_state = :held, holding_id = :holding, hold_ttl = :ttl ADD times_held :one";
  const condition = "attribute_not_exists(seat_state) OR hold_ttl = :ttl";
  const lines = [1, 2].map((n) => ({ seat_pos: `A-${n}`, seat_type: "Stalls", section: "Left", price: 4_500 }));
  const holding = { ...keyOf(worker, 3), event_id: "event-00001", user_id: "user-00001", state: "active", lines };
  const mayStand = "attribute_not_exists(pk) OR event_id = :event";
  return transact(table, [
    update({ key: keyOf(worker, 1), update: hold, condition, values }),
    update({ key: keyOf(worker, 2), update: hold, condition, values }),
    put({ put: holding, condition: mayStand, values: { ":event": "event-00001" } }),
    update({ key: keyOf(worker, 4), update: "ADD held :one", values: { ":one": 1 } }),
  ]);
}

/** One round to warm up, then `rounds`; in each both transports in turn, and each of them first every other time. */
async function measure(): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const table of tables.values()) await provision(table.client, name);
  for (let turn = 0; turn <= rounds; turn++) {
    say(turn === 0 ? "warming up" : `round ${turn} of ${rounds}`);
    for (const atOnce of loads) {
      for (const [call, run] of Object.entries(ways) as [Call, (typeof ways)[Call]][]) {
        for (const transport of turn % 2 === 0 ? transports : transports.toReversed()) {
          const table = tables.get(transport) ?? open(transport);
          const before = process.cpuUsage();
          const { took } = await drive(calls, atOnce, async (worker) => void (await run(table, worker)));
          const { user, system } = process.cpuUsage(before);
          if (turn > 0) measured.push({ call, atOnce, transport, cpuMs: (user + system) / 1_000 / calls, took });
        }
      }
    }
  }
  return measured;
}

function report(measured: Measured[]): void {
  const rows = loads.flatMap((atOnce) =>
    (Object.keys(ways) as Call[]).map((call) => {
      const [sdk, lean] = transports.map((transport) => {
        const these = measured.filter(
          (sample) => sample.call === call && sample.atOnce === atOnce && sample.transport === transport,
        );
        return {
          cpu: median(these.map(({ cpuMs }) => cpuMs)),
          p50: quantile(
            these.flatMap(({ took }) => took),
            0.5,
          ),
        };
      });
      if (!sdk || !lean) return [];
      const less = `${(sdk.cpu / lean.cpu).toFixed(1)} ×`;
      return [atOnce, call, round(sdk.cpu), round(lean.cpu), less, round(sdk.p50), round(lean.p50)];
    }),
  );
  handIn({
    notes: [
      `The same port to the table (\`connectTable\`) over the SDK's document client and over the lean transport of docs/decisions/0017-a-lean-transport.md, in one process, against one engine (dynoxide with files). The transaction is as large as a hold of two seats; the read is one consistent item.`,
      `${rounds} rounds of ${calls} calls in one run, in each both transports in turn; medians over the rounds, p50 over all calls. CPU is this process's own, user and system.`,
    ],
    tables: [
      {
        title: "A call to the table",
        columns: ["at once", "call", "SDK CPU ms", "lean CPU ms", "cheaper", "SDK p50 ms", "lean p50 ms"],
        rows,
      },
    ],
  });
}
