import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import { connectTable, type Table } from "@evently/core/table/table";
import { isWrite } from "@evently/core/testing/count-writes";
import { interpose } from "@evently/core/testing/interpose";
import { openCore } from "@evently/core/testing/open-core";
import { ask, newGuest, openEvent } from "@evently/core/testing/open-event";
import type { HallSize } from "./hand-out-seats.ts";

type Command = Parameters<Table["send"]>[0];
type Recorded = { kind: string; make: new (input: object) => Command; text: string };

export type Replay = {
  /** What a hold writes, in order, such as `TransactWrite of 4`, and what its payment does. */
  writes: { hold: string[]; confirm: string[] };
  /** Sends the writes of one more hold of these seats, without the payment. */
  hold(seats: string[]): Promise<void>;
  /** Sends the transaction of one more hold alone. */
  transact(seats: string[]): Promise<void>;
  /** Sends the writes of one more purchase, of these seats. */
  buy(seats: string[]): Promise<void>;
  close(): void;
};

/** Nothing more is written after an answer once nothing was for so long. */
const quietMs = 1_500;

/**
 * Lets core hold and pay for `seatsEach` seats once, on a table of its own of the engine at DYNAMODB_ENDPOINT, and records
 * what that writes, before its answers and after; the same is sent again with other ids and seats, straight by the SDK's client.
 */
export async function recordPurchase(endpoint: string, hall: HallSize, seatsEach: number): Promise<Replay> {
  let recorded: Recorded[] = [];
  let recording = false;
  const core = await openCore({
    wrap: (table) =>
      interpose(table, (command, send) => {
        if (recording && isWrite(command) && !isSequence(command.input)) recorded.push(record(command));
        return send();
      }),
  });
  const { event_id } = await openEvent(core, hall);
  const guest = await newGuest(core);
  const seats = Array.from({ length: seatsEach }, (_, i) => `A-${i + 1}`);
  const take = async (): Promise<Recorded[]> => {
    for (let count = -1; count < recorded.length; await wait(quietMs)) count = recorded.length;
    const taken = recorded;
    recorded = [];
    return taken;
  };
  recording = true;
  const { holding_id } = await placeHold(core, guest, ask(event_id, ...seats));
  const hold = await take();
  await confirmHold(core, guest, { holding_id, payment: { token: "tok_visa" } });
  const confirm = await take();
  const table = connectTable({ endpoint, name: core.table.name, region: "us-east-1" });
  await core.close();
  return replay(table, { hold, confirm }, seats);
}

function replay(table: Table, { hold, confirm }: { hold: Recorded[]; confirm: Recorded[] }, seats: string[]): Replay {
  const change = changeIds([...hold, ...confirm], seats);
  const kindsOf = (recorded: Recorded[]) => recorded.map(({ kind }) => kind);
  async function send(recorded: Recorded[], wanted: string[]): Promise<void> {
    const changed = change(wanted);
    for (const { make, text } of recorded) {
      const input = JSON.parse(changed(text));
      if ("ClientRequestToken" in input) input.ClientRequestToken = randomUUID();
      await table.send(new make(input));
    }
  }
  return {
    writes: { hold: kindsOf(hold), confirm: kindsOf(confirm) },
    hold: (wanted) => send(hold, wanted),
    transact: (wanted) =>
      send(
        hold.filter(({ kind }) => kind.startsWith("TransactWrite")),
        wanted,
      ),
    buy: (wanted) => send([...hold, ...confirm], wanted),
    close: () => table.close(),
  };
}

/** Gives what was recorded ids that nobody has and other seats, the same ones in all that is changed for one purchase. */
function changeIds(recorded: Recorded[], seats: string[]): (wanted: string[]) => (text: string) => string {
  const all = recorded.map(({ text }) => text).join();
  const ids = ["holding", "payment", "booking", "user"].map((kind) => findOne(all, new RegExp(`\\b${kind}-\\d+`)));
  // Counter shards are a process's own: those of one purchase are never asked to count what another counted.
  const process = findOne(all, /\b[0-9a-f]{12}(?=-holds\b)/);
  const date = findOne(all, /\d{4}-\d\d-\d\dT[\d:]{8}\.\d{9}Z/);
  let number = 50_000;
  return (wanted) => {
    const own = number++;
    const now = new Date().toISOString().slice(0, -1);
    const changes: [string, string][] = [
      [date, `${now}${String(own).padStart(6, "0")}Z`],
      [process, `bench${own}`],
      ...ids.map((id): [string, string] => [id, id.replace(/\d+/, String(own))]),
      ...seats.map((seat, i): [string, string] => [`"${seat}"`, `"${wanted[i]}"`]),
    ];
    return (text) => changes.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
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
const isSequence = (input: unknown): boolean => JSON.stringify(input).includes('"counter-');

function findOne(text: string, pattern: RegExp): string {
  const [found] = pattern.exec(text) ?? [];
  if (!found) throw new Error(`The recorded writes have nothing like ${pattern}`);
  return found;
}
