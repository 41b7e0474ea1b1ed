import { afterEach, beforeEach, expect, it } from "vitest";
import { auditEvent } from "../audit/audit-event.ts";
import { EventlyError } from "../errors.ts";
import type { HoldingId } from "../ids.ts";
import type { Network } from "../network/network.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { ask, newGuest, openEvent, type Sale } from "../testing/open-event.ts";
import { race, times } from "../testing/race.ts";
import type { Actor } from "../user/user.ts";
import { confirmHold } from "./confirm-hold.ts";
import { findHolding, listOpenHolds } from "./get-hold.ts";
import { mostAttempts } from "./hold.rules.ts";
import { placeHold } from "./place-hold.ts";
import { settleAttempt } from "./settle-attempt.ts";
import { startPayment } from "./start-payment.ts";

let core: TestCore;
let other: TestCore;
let sale: Sale;
let guest: Actor;
let holding_id: HoldingId;

beforeEach(async () => {
  core = await openCore();
  other = await openCore({ alongside: core });
  sale = await openEvent(core);
  guest = await newGuest(core);
  ({ holding_id } = await placeHold(core, guest, ask(sale.event_id, "A-1", "A-2")));
});
afterEach(async () => {
  await Promise.all([core, other].map(({ background }) => background.settled()));
  expect((await auditEvent(core, sale.event_id)).faults).toEqual([]);
  await other.close();
  await core.close();
});

const decline = (process = core) =>
  confirmHold(process, guest, { holding_id, payment: { token: "tok_chargeDeclined" } });

/** Sends the card again and again until the hold is gone. */
async function insist(process: TestCore): Promise<unknown> {
  for (;;) {
    try {
      return await decline(process);
    } catch (error) {
      const goesOn = ["PAYMENT_IN_PROGRESS", "UNAVAILABLE", "PAYMENT_DECLINED"];
      if (!(error instanceof EventlyError) || !goesOn.includes(error.code)) throw error;
    }
  }
}

it("40 declined cards on one hold at once: five reach the gateway, and the seats are free for the next buyer", async () => {
  const { won, refused, broken } = await race(times(40, (i) => insist(i % 2 === 0 ? core : other)));
  expect({ won, broken }).toEqual({ won: [], broken: [] });
  const charges = await core.gateway.listByEvent(sale.event_id, [null]);
  process.stdout.write(
    `40 declined cards on one hold: ${charges.length} reached the gateway ${JSON.stringify(refused)}\n`,
  );
  expect(charges).toHaveLength(mostAttempts);
  expect(refused).toEqual({ HOLD_EXPIRED: 40 });
  const next = await placeHold(other, await newGuest(core), ask(sale.event_id, "A-1", "A-2"));
  expect(next.state).toBe("active");
});

it("says how many tries are left, and after the last one that the seats are released", async () => {
  for (let left = mostAttempts - 1; left > 0; left--) {
    await expect(decline()).rejects.toMatchObject({ code: "PAYMENT_DECLINED", details: { attempts_left: left } });
    expect(await listOpenHolds(core, guest, sale)).toHaveLength(1);
  }
  const error = (await decline().catch((reason: unknown) => reason)) as EventlyError<"PAYMENT_DECLINED">;
  expect(error).toMatchObject({ code: "PAYMENT_DECLINED", details: { attempts_left: 0 } });
  expect(error.message).toContain("released");
  expect(Date.parse(error.details.expires_at)).toBeLessThanOrEqual(core.clock() * 1000);
  await expect(decline()).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
  expect(await listOpenHolds(core, guest, sale)).toEqual([]);
  await placeHold(core, guest, ask(sale.event_id, "A-3"));
  await placeHold(core, guest, ask(sale.event_id, "A-4"));
});

it("leaves seats to their next holder if the last attempt ends after the hold did", async () => {
  for (let left = mostAttempts - 1; left > 0; left--) await decline().catch(() => undefined);
  const active = await findHolding(core, holding_id);
  const paying = active && (await startPayment(core, guest, active, { account: null }));
  if (!paying) throw new Error("the last attempt did not start");
  core.clock.advance(core.rules.SEAT_HOLD_MAX);
  const next = await placeHold(core, await newGuest(core), ask(sale.event_id, "A-2"));
  const slow = { ...core, clock: () => paying.holding.hold_ttl - 1 };
  const result = await settleAttempt(slow, { ...paying, buyer: { name: null, email: null } }, null);
  expect(result).toMatchObject({ state: "declined", attempts_left: 0 });
  expect(await findHolding(core, holding_id)).toMatchObject({ state: "released" });
  expect(await findHolding(core, next.holding_id)).toMatchObject({ state: "active" });
});

it("a network has 60 cards declined in an hour, on however many holds and at however many of them at once", async () => {
  const network: Network = { near: "cellar", wide: null };
  const { event_id } = await openEvent(core, { rows: 10, perRow: 10 });
  const thief = async (seat: string) => {
    const actor = { ...(await newGuest(core)), network };
    return { actor, hold: await placeHold(core, actor, ask(event_id, seat)) };
  };
  const pay = ({ actor, hold }: Awaited<ReturnType<typeof thief>>, token = "tok_chargeDeclined") =>
    confirmHold(core, actor, { holding_id: hold.holding_id, payment: { token } });
  const thieves = await Promise.all(times(14, (i) => thief(`A-${i + 1}`.replace(/A-1([1-4])$/, "B-$1"))));
  const refused: Record<string, number> = {};
  for (let round = 0; round < 5; round++) {
    for (const [code, count] of Object.entries((await race(thieves.map((held) => pay(held)))).refused))
      refused[code] = (refused[code] ?? 0) + count;
  }
  expect(refused).toEqual({ PAYMENT_DECLINED: 60, NETWORK_LIMIT: 10 });
  expect(await core.gateway.listByEvent(event_id, [null])).toHaveLength(60);
  const [last] = thieves;
  const again = last && (await placeHold(core, last.actor, ask(event_id, "C-1")));
  if (!again) throw new Error("there is no thief");
  const useOwnCard = () => pay({ actor: last.actor, hold: again }, "tok_visa");
  await expect(useOwnCard()).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
  core.clock.advance(3_601);
  const next = await thief("C-2");
  expect(await pay(next, "tok_visa")).toMatchObject({ state: "confirmed" });
});

it("after 60 declined cards of an address the others there still pay, and who has paid has one more declined", async () => {
  const network: Network = { near: "school", wide: null };
  const { event_id } = await openEvent(core, { rows: 10, perRow: 10 });
  let taken = 0;
  const hold = async (actor: Actor) =>
    placeHold(core, actor, ask(event_id, `${"ABCDEFGHIJ"[Math.floor(taken / 10)]}-${(taken++ % 10) + 1}`));
  const someone = async () => ({ ...(await newGuest(core)), network });
  const pay = async (actor: Actor, token: string) =>
    confirmHold(core, actor, { holding_id: (await hold(actor)).holding_id, payment: { token } });
  const declined = { code: "PAYMENT_DECLINED" };
  const buyer = await someone();
  await pay(buyer, "tok_visa");
  // 60, one for the seat that was paid, and as many again of people whose cards were not declined.
  for (let i = 0; i < 61; i++) core.declines.count({ network, user_id: guest.user_id });
  expect(await pay(await someone(), "tok_visa")).toMatchObject({ state: "confirmed" });
  const unlucky = await someone();
  await expect(pay(unlucky, "tok_chargeDeclined")).rejects.toMatchObject(declined);
  await expect(pay(unlucky, "tok_visa")).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
  for (let i = 0; i < 62; i++) core.declines.count({ network, user_id: guest.user_id });
  await expect(pay(await someone(), "tok_visa")).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
  expect(await pay(buyer, "tok_visa")).toMatchObject({ state: "confirmed" });
  await expect(pay(buyer, "tok_chargeDeclined")).rejects.toMatchObject(declined);
  await expect(pay(buyer, "tok_visa")).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
});
