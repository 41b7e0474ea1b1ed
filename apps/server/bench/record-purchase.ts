import { randomUUID } from "node:crypto";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import { connectTable, type Table } from "@evently/core/table/table";
import { isWrite } from "@evently/core/testing/count-writes";
import { interpose } from "@evently/core/testing/interpose";
import { openCore } from "@evently/core/testing/open-core";
import { ask, newGuest, openEvent } from "@evently/core/testing/open-event";

type Command = Parameters<Table["send"]>[0];
type Recorded = { kind: string; make: new (input: object) => Command; text: string };

export type Replay = {
  /** What a purchase writes, in order, such as `TransactWrite of 4`. */
  writes: string[];
  /** Sends the writes of one more purchase, of these seats. */
  buy(seats: string[]): Promise<void>;
  close(): void;
};

/**
 * Lets core hold and pay for `seatsEach` seats once, on a table of its own of the engine at DYNAMODB_ENDPOINT, and records
 * what that writes; `buy` sends the same again with other ids and seats, straight by the SDK's client.
 */
export async function recordPurchase(endpoint: string, hall: { rows: number; perRow: number }, seatsEach: number) {
  const recorded: Recorded[] = [];
  let recording = false;
  const core = await openCore({
    wrap: (table) =>
      interpose(table, (command, send) => {
        if (recording && isWrite(command) && !isCounter(command.input)) recorded.push(record(command));
        return send();
      }),
  });
  const { event_id } = await openEvent(core, hall);
  const guest = await newGuest(core);
  const seats = Array.from({ length: seatsEach }, (_, i) => `A-${i + 1}`);
  recording = true;
  const { holding_id } = await placeHold(core, guest, ask(event_id, ...seats));
  await core.background.settled();
  await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
  await core.background.settled();
  recording = false;
  const table = connectTable({ endpoint, name: core.table.name, region: "us-east-1" });
  await core.close();
  return replay(table, recorded, seats);
}

function replay(table: Table, recorded: Recorded[], seats: string[]): Replay {
  const all = recorded.map(({ text }) => text).join();
  const ids = ["holding", "payment", "booking", "user"].map((kind) => findOne(all, new RegExp(`\\b${kind}-\\d+`)));
  // Counter shards are a process's own: those of one purchase are never asked to count what another counted.
  const process = findOne(all, /\b[0-9a-f]{12}(?=-holds\b)/);
  const date = findOne(all, /\d{4}-\d\d-\d\dT[\d:]{8}\.\d{9}Z/);
  let number = 50_000;
  return {
    writes: recorded.map(({ kind }) => kind),
    async buy(wanted) {
      const mine = number++;
      const now = new Date().toISOString().slice(0, -1);
      const changes: [string, string][] = [
        [date, `${now}${String(mine).padStart(6, "0")}Z`],
        [process, `bench${mine}`],
        ...ids.map((id): [string, string] => [id, id.replace(/\d+/, String(mine))]),
        ...seats.map((seat, i): [string, string] => [`"${seat}"`, `"${wanted[i]}"`]),
      ];
      for (const { make, text } of recorded) {
        const input = JSON.parse(changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), text));
        if ("ClientRequestToken" in input) input.ClientRequestToken = randomUUID();
        await table.send(new make(input));
      }
    },
    close: () => table.close(),
  };
}

function record(command: { input: unknown }): Recorded {
  const input = command.input as { TransactItems?: unknown[] };
  const kind = command.constructor.name.replace("Command", "");
  return {
    kind: input.TransactItems ? `${kind} of ${input.TransactItems.length}` : kind,
    make: command.constructor as Recorded["make"],
    text: JSON.stringify(input),
  };
}

/** Ids come from counters, a block at a time: in a rush that is a write for every 64 ids, and not part of a purchase. */
const isCounter = (input: unknown): boolean => JSON.stringify(input).includes('"counter-');

function findOne(text: string, pattern: RegExp): string {
  const [found] = pattern.exec(text) ?? [];
  if (!found) throw new Error(`The recorded writes have nothing like ${pattern}`);
  return found;
}
