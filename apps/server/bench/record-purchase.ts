import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { confirmHold } from "@evently/core/hold/confirm-hold";
import { placeHold } from "@evently/core/hold/place-hold";
import type { UserId } from "@evently/core/ids";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { connectTable, type Table } from "@evently/core/table/table";
import { transact } from "@evently/core/table/transact";
import { isWrite } from "@evently/core/testing/count-writes";
import { interpose } from "@evently/core/testing/interpose";
import { openCore } from "@evently/core/testing/open-core";
import { ask, newGuest, openEvent } from "@evently/core/testing/open-event";
import type { HallSize } from "./hand-out-seats.ts";

type Command = Parameters<Table["send"]>[0];
type Recorded = { kind: string; make: new (input: object) => Command; text: string };

export type Replay = {
  /** The writes of a hold in order, such as `TransactWrite of 4`, and those of its payment. */
  writes: { hold: string[]; confirm: string[] };
  /** Sends the writes of one more hold of these seats, without the payment. */
  hold(seats: string[]): Promise<void>;
  /** Sends only the transaction of one more hold. */
  transact(seats: string[]): Promise<void>;
  /** Sends the writes of one more purchase of these seats. */
  buy(seats: string[]): Promise<void>;
  close(): void;
};

/** A response counts as complete after this long without a write, in ms. */
const quietMs = 1_500;

/** Ids from this one on are unused, and so many of them are guests, each for one purchase. */
const firstId = 50_000;
const guests = 10_000;
const perTransaction = 100;

/**
 * Lets core hold and pay for `seatsEach` seats once, on a new table of the engine at DYNAMODB_ENDPOINT, and records the
 * writes before and after its responses; the same writes are then sent with other ids and seats, directly by the SDK's
 * client.
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
  const table = connectTable({ endpoint, name: core.table.name, region: "us-east-1", transport: "sdk" });
  await core.close();
  await writeGuests(table, guest.user_id);
  return replay(table, { hold, confirm }, seats);
}

/** Copies of a guest: a booking is refused where its buyer is not in the table. */
async function writeGuests(table: Table, user_id: UserId): Promise<void> {
  const text = JSON.stringify(await readItem(table, keys.user(user_id)));
  const puts = Array.from({ length: guests }, (_, i) => ({
    put: JSON.parse(text.replaceAll(user_id, `user-${firstId + i}`)),
  }));
  while (puts.length > 0) await transact(table, puts.splice(0, perTransaction));
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

/** Replaces the ids and seats of the recorded writes by unused ones, consistently within one purchase. */
function changeIds(recorded: Recorded[], seats: string[]): (wanted: string[]) => (text: string) => string {
  const all = recorded.map(({ text }) => text).join();
  const ids = ["holding", "payment", "booking", "user"].map((kind) => findOne(all, new RegExp(`\\b${kind}-\\d+`)));
  // Counter shards belong to a process: those of one purchase never receive counts of another.
  const process = findOne(all, /\b[0-9a-f]{12}(?=-holds\b)/);
  const date = findOne(all, /\d{4}-\d\d-\d\dT[\d:]{8}\.\d{9}Z/);
  let number = firstId;
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

/** Ids come from sequences, leased in blocks: a write for every 64 ids in a rush, and not part of a purchase. */
const isSequence = (input: unknown): boolean => JSON.stringify(input).includes('"counter-');

function findOne(text: string, pattern: RegExp): string {
  const [found] = pattern.exec(text) ?? [];
  if (!found) throw new Error(`The recorded writes have nothing like ${pattern}`);
  return found;
}
