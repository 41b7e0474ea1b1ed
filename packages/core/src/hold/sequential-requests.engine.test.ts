import { afterAll, beforeAll, expect, it } from "vitest";
import { HoldingId } from "../ids.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { placeHold } from "./place-hold.ts";

/** Sequential table requests that a response may wait for; the API also reads the session. */
const mostForHold = 1;
const mostForConfirm = 3;
/** More than two blocks of ids, so that the next block is leased during the test. */
const sales = 150;

/** How many requests the newest completed one waited for, itself included: each that completed before it was sent. */
let longest = 0;
let core: TestCore;
let guest: Actor;
let sale: Sale;

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interpose(table, async (_, send) => {
        const position = longest + 1;
        const result = await send();
        longest = Math.max(longest, position);
        return result;
      }),
  });
  sale = await openEvent(core, { rows: 8, perRow: 20 });
  guest = { ...(await newGuest(core)), network: { near: "office", wide: "provider" } };
  await buy("H-20");
});
afterAll(() => core.close());

/** Requests that span a response, such as counting a hold, delayed nobody. */
async function waitedFor(verb: () => Promise<unknown>): Promise<number> {
  longest = 0;
  await verb();
  const waited = longest;
  await core.background.settled();
  return waited;
}

async function buy(seat: string): Promise<{ hold: number; confirm: number }> {
  let holding_id: HoldingId | undefined;
  const hold = await waitedFor(async () => {
    ({ holding_id } = await placeHold(core, guest, ask(sale.event_id, seat)));
  });
  const input = { holding_id: HoldingId.parse(holding_id), payment: { token: "tok_visa" } };
  return { hold, confirm: await waitedFor(() => confirmHold(core, guest, input)) };
}

it("a hold waits for one transaction, a confirm for one read and two transactions", async () => {
  const waited = { hold: 0, confirm: 0 };
  for (let i = 0; i < sales; i++) {
    // As each process does once a second; the network pays, so that its limit rises with what it buys.
    await core.unpaidSeats.share();
    const { hold, confirm } = await buy(`${"ABCDEFGH"[Math.floor(i / 20)]}-${(i % 20) + 1}`);
    expect(Math.min(hold, confirm)).toBeGreaterThan(0);
    waited.hold = Math.max(waited.hold, hold);
    waited.confirm = Math.max(waited.confirm, confirm);
  }
  process.stdout.write(`requests that an answer waits for: hold ${waited.hold}, confirm ${waited.confirm}\n`);
  expect(waited.hold).toBeLessThanOrEqual(mostForHold);
  expect(waited.confirm).toBeLessThanOrEqual(mostForConfirm);
});
