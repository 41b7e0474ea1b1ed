import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BookingView } from "../booking/booking.ts";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { hasPaid } from "../booking/has-paid.ts";
import { readCounts } from "../counts/read-counts.ts";
import { isFailure } from "../errors.ts";
import { releaseHolds } from "../holders/release-holds.ts";
import type { Network } from "../network/network.ts";
import type { Table } from "../table/table.ts";
import { createFaults, type FaultKind } from "../testing/faults.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { extendHold } from "./extend-hold.ts";
import { findHolding, listOpenHolds } from "./get-hold.ts";
import { mostAttempts } from "./hold.rules.ts";
import type { HoldingView } from "./hold.ts";
import { placeHold } from "./place-hold.ts";
import { releaseHold } from "./release-hold.ts";

/** What a network may have in this event if it has paid nothing. */
const limit = 20;
const perHold = 2;

let core: TestCore;
let sound: TestCore;
let sale: Sale;
let stages = 0;
let placed = 0;
const faults = createFaults();

beforeAll(async () => {
  core = await openCore({ wrap: strikeTransactions });
  sound = await openCore({ alongside: core });
  sale = await openEvent(sound, { rows: 1, perRow: 900 });
});
afterAll(async () => {
  await sound.close();
  await core.close();
});

function strikeTransactions(table: Table): Table {
  const struck = faults.wrap(table);
  return interpose(table, (command, send) => (command instanceof TransactWriteCommand ? struck.send(command) : send()));
}

type Stage = { network: Network; guest: Actor; seats: string[]; hold: HoldingView; booking: BookingView };
type Verb = {
  name: string;
  /** What is there before: nothing, a hold that was declined so often, or a booking. */
  before?: "nothing" | "booking" | number;
  run(stage: Stage): Promise<unknown>;
};

const payBy =
  (token: string) =>
  ({ guest, hold: { holding_id } }: Stage) =>
    confirmHold(core, guest, { holding_id, payment: { token } });
const verbs: Verb[] = [
  { name: "place", before: "nothing", run: ({ guest, seats }) => placeHold(core, guest, ask(sale.event_id, ...seats)) },
  { name: "extend", run: ({ guest, hold }) => extendHold(core, guest, hold) },
  { name: "release", run: ({ guest, hold }) => releaseHold(core, guest, hold) },
  {
    name: "release by the organizer",
    run: ({ hold: { holding_id } }) => releaseHolds(core, sale.organizer, { event_id: sale.event_id, holding_id }),
  },
  { name: "pay", run: payBy("tok_visa") },
  { name: "pay with a challenge", run: payBy("tok_challenge") },
  { name: "the first declined card", run: payBy("tok_chargeDeclined") },
  { name: "the last declined card", before: mostAttempts - 1, run: payBy("tok_chargeDeclined") },
  { name: "cancel", before: "booking", run: ({ guest, booking }) => cancelBooking(core, guest, booking) },
];

async function setStage({ before = 0 }: Verb): Promise<Stage> {
  const network: Network = { near: `network-${stages}`, wide: null };
  const guest = { ...(await newGuest(core)), network };
  const seats = [`A-${2 * stages + 1}`, `A-${2 * stages + 2}`];
  stages++;
  const stage = { network, guest, seats } as Stage;
  if (before === "nothing") return stage;
  stage.hold = await placeHold(core, guest, ask(sale.event_id, ...seats));
  for (let i = 0; i < Number(before); i++) await payBy("tok_chargeDeclined")(stage).catch(() => undefined);
  if (before === "booking") stage.booking = (await payBy("tok_visa")(stage)) as BookingView;
  await core.background.settled();
  return stage;
}

/** What the table says: the seats that the guest holds unpaid, and whether they paid for a booking. */
async function readTruth({ guest }: Stage): Promise<{ held: number; isPaid: boolean }> {
  const now = sound.clock();
  const holds = (await listOpenHolds(sound, guest, sale)).filter(({ hold_ttl }) => hold_ttl >= now);
  const held = holds.reduce((sum, { seats }) => sum + seats.length, 0);
  return { held, isPaid: await hasPaid(sound.table, guest.user_id) };
}

async function expectCountsTruth(stage: Stage): Promise<void> {
  const { held, isPaid } = await readTruth(stage);
  const left = limit + (isPaid ? 2 * perHold : 0) - held;
  const event = { event_id: sale.event_id, seat_count: 900, seats_per_connection: limit };
  const reserve = (seats: number) => core.unpaidSeats.reserve(event, { network: stage.network, seats });
  (await reserve(left)).close();
  await expect(reserve(left + 1)).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
  expect(core.unpaidSeats.countPaid(stage.network.near)).toBe(isPaid ? perHold : 0);
}

/** Runs the verb with one fault, or none; then the network's count is the table's. Returns how many transactions it had. */
async function strike(verb: Verb, kind: FaultKind | null, position = 0): Promise<number> {
  const stage = await setStage(verb);
  faults.plan((i) => (i === position ? kind : null));
  await verb.run(stage).catch((error) => {
    if (!isFailure(error, "UNAVAILABLE") && !isFailure(error, "PAYMENT_DECLINED")) throw error;
  });
  await core.background.settled();
  const transactions = faults.seen();
  faults.end();
  await expectCountsTruth(stage);
  placed += verb.before === "nothing" ? (await readTruth(stage)).held / perHold : 1;
  if (verb.name === "the first declined card") await expectDeclineCounted(stage);
  // What was extended lasts longer.
  core.clock.advance(core.rules.SEAT_HOLD_TTL + 1);
  await expectCountsTruth(stage);
  return transactions;
}

async function expectDeclineCounted({ guest, hold }: Stage): Promise<void> {
  const after = await findHolding(sound, hold.holding_id);
  expect(core.declines.isCounted(guest.user_id)).toBe(after?.state === "active" && after.attempt === 1);
}

it.each(verbs)(
  "the seats of a network are counted as they are, whatever becomes of an answer to: $name",
  async (verb) => {
    const transactions = await strike(verb, null);
    expect(transactions).toBeGreaterThan(0);
    for (const kind of ["unsent", "lost", "resent"] as const)
      for (let position = 0; position < transactions; position++) await strike(verb, kind, position);
  },
);

it("every hold that was placed is counted, whatever happened to the answer", async () => {
  await core.holdRequests.resend();
  core.clock.advance(11);
  expect(await readCounts(core, sale.event_id)).toMatchObject({ holds_placed: placed });
});
