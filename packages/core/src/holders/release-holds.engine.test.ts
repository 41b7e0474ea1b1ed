import { describe, expect, it } from "vitest";
import { confirmHold } from "../hold/confirm-hold.ts";
import { extendHold } from "../hold/extend-hold.ts";
import { getHold } from "../hold/get-hold.ts";
import type { HoldingView } from "../hold/hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { createGate } from "../testing/gate.ts";
import { id } from "../testing/id.ts";
import { ask, openEvent } from "../testing/open-event.ts";
import { home, openHolders } from "../testing/open-holders.ts";
import { race, times } from "../testing/race.ts";
import { letTimePass } from "../testing/settle-everything.ts";
import { listHolders } from "./list-holders.ts";
import { releaseHolds } from "./release-holds.ts";

const gate = createGate();
const payment = { token: "tok_visa" };

const holders = await openHolders(gate);
const { core, other, someone, hold, readJournal } = holders;

const list = () => listHolders(core, holders.sale.organizer, { event_id: holders.sale.event_id, limit: 50 });
type Which = { holding_id?: HoldingView["holding_id"]; connection?: string };
const release = ({ holding_id, connection }: Which, process = core) =>
  releaseHolds(process, holders.sale.organizer, { event_id: holders.sale.event_id, holding_id, connection });
const connectionWith = async (seats: number) =>
  (await list()).items.find((holder) => holder.seats === seats)?.connection ?? "";
const isEnded = { code: "HOLD_EXPIRED", details: { released_by: "organizer" } };

describe("an organizer who releases", () => {
  it("one hold frees its seats for the next buyer, and its holder is told who did it", async () => {
    const hoarder = await someone();
    const held = await hold(hoarder, "A-1", "A-2");
    const kept = await hold(hoarder, "A-3");
    for (const _ of [1, 2]) expect(await release(held)).toEqual({ released: 1, seats: 2, paying: 0, left: 0 });
    expect((await readJournal()).filter(({ action }) => action === "hold.released")).toHaveLength(1);
    expect(await getHold(core, hoarder, held)).toMatchObject({ state: "released", released_by: "organizer" });
    expect(await getHold(core, hoarder, kept)).toMatchObject({ state: "active" });
    await expect(confirmHold(core, hoarder, { holding_id: held.holding_id, payment })).rejects.toMatchObject(isEnded);
    await expect(extendHold(core, hoarder, held)).rejects.toMatchObject(isEnded);
    const buyer = await someone(home);
    const next = await hold(buyer, "A-1", "A-2");
    expect(await confirmHold(core, buyer, { holding_id: next.holding_id, payment })).toMatchObject({
      state: "confirmed",
    });
    // Its slot is free too: the hoarder may hold something else.
    await hold(hoarder, "B-1");
  });

  it("a connection ends all its holds but those at payment, and each is in the journal", async () => {
    const payer = await someone();
    const paying = await hold(payer, "E-1");
    await confirmHold(core, payer, { holding_id: paying.holding_id, payment: { token: "tok_challenge" } });
    const holds = [];
    for (let i = 1; i <= 3; i++) holds.push(await hold(await someone(), `A-${i}`, `B-${i}`));
    const neighbor = await someone(home);
    const theirs = await hold(neighbor, "D-1");
    const connection = await connectionWith(7);
    holders.sale.organizer = { ...holders.sale.organizer, request_id: "one-request" };
    expect(await release({ connection })).toEqual({ released: 3, seats: 6, paying: 1, left: 0 });
    expect(await release({ connection })).toEqual({ released: 0, seats: 0, paying: 1, left: 0 });
    expect(await getHold(core, payer, paying)).toMatchObject({ state: "paying" });
    expect(await getHold(core, neighbor, theirs)).toMatchObject({ state: "active" });
    const entries = (await readJournal()).filter(({ action }) => action === "hold.released");
    expect(entries.map(({ request_id }) => request_id)).toEqual(times(3, () => "one-request"));
    expect(
      entries.flatMap(({ changes }) => Object.keys(changes).filter((name) => name !== "seats")).toSorted(),
    ).toEqual(holds.map(({ holding_id }) => holding_id).toSorted());
    await letTimePass(core, 700);
  });

  it("frees the limit of the connection, too", async () => {
    const holds = [await hold(await someone(), ...times(10, (i) => `A-${i + 1}`))];
    holds.push(await hold(await someone(), ...times(10, (i) => `B-${i + 1}`)));
    await expect(hold(await someone(), "C-1")).rejects.toMatchObject({ code: "NETWORK_LIMIT" });
    await release({ connection: await connectionWith(20) });
    await hold(await someone(), "C-1");
  });

  it("is refused a hold of another event, at payment, or booked", async () => {
    const elsewhere = await openEvent(core);
    const theirs = await placeHold(core, await someone(), ask(elsewhere.event_id, "A-1"));
    await expect(release(theirs)).rejects.toMatchObject({ code: "HOLDING_NOT_FOUND" });
    await expect(release({ holding_id: id.holding(99_999) })).rejects.toMatchObject({ code: "HOLDING_NOT_FOUND" });
    const buyer = await someone();
    const held = await hold(buyer, "A-1");
    await confirmHold(core, buyer, { holding_id: held.holding_id, payment: { token: "tok_challenge" } });
    await expect(release(held)).rejects.toMatchObject({ code: "PAYMENT_IN_PROGRESS" });
    const other = await hold(buyer, "A-2");
    await confirmHold(core, buyer, { holding_id: other.holding_id, payment });
    await expect(release(other)).rejects.toMatchObject({ code: "HOLD_EXPIRED", details: {} });
    await letTimePass(core, 700);
  });

  it("changes nothing of a hold that has ended already", async () => {
    const actor = await someone();
    const ended = await hold(actor, "A-1");
    await releaseHold(core, actor, ended);
    const expired = await hold(actor, "A-2");
    core.clock.advance(181);
    for (const held of [ended, expired]) expect(await release(held)).toMatchObject({ released: 0, seats: 0 });
    expect(await getHold(core, actor, ended)).not.toHaveProperty("released_by");
    expect((await readJournal()).map(({ action }) => action)).not.toContain("hold.released");
  });
});

describe("a release against a payment", () => {
  it("that read the hold before is refused and charges nothing", async () => {
    const buyer = await someone();
    const held = await hold(buyer, "A-1");
    const reached = gate.close();
    const slow = confirmHold(other, buyer, { holding_id: held.holding_id, payment });
    await reached;
    await release(held);
    gate.open();
    await expect(slow).rejects.toMatchObject(isEnded);
    expect(await core.gateway.listByEvent(holders.sale.event_id, [null])).toEqual([]);
  });

  it("that began after the release read the hold leaves the payment alone", async () => {
    const buyer = await someone();
    const held = await hold(buyer, "A-1");
    const reached = gate.close();
    const slow = release(held, other);
    await reached;
    await confirmHold(core, buyer, { holding_id: held.holding_id, payment: { token: "tok_challenge" } });
    gate.open();
    await expect(slow).rejects.toMatchObject({ code: "PAYMENT_IN_PROGRESS" });
    await letTimePass(core, 700);
  });

  it("that extends meanwhile releases all the same", async () => {
    const buyer = await someone();
    const held = await hold(buyer, "A-1");
    const reached = gate.close();
    const slow = release(held, other);
    await reached;
    await extendHold(core, buyer, held);
    gate.open();
    expect(await slow).toMatchObject({ released: 1 });
  });

  it.each(times(6, (i) => i))(
    "of six of each at two processes, round %i, one kind wins and is recorded once",
    async () => {
      const buyer = await someone();
      const held = await hold(buyer, "A-1", "A-2");
      const [releases, confirms] = await Promise.all([
        race(times(6, (i) => release(held, i % 2 === 0 ? core : other))),
        race(times(6, (i) => confirmHold(i % 2 === 0 ? other : core, buyer, { holding_id: held.holding_id, payment }))),
      ]);
      await Promise.all([core, other].map(({ background }) => background.settled()));
      expect([...releases.broken, ...confirms.broken]).toEqual([]);
      const released = releases.won.some((answer) => answer.released === 1) ? 1 : 0;
      const booked = confirms.won.some((answer) => answer.state === "confirmed") ? 1 : 0;
      expect(released + booked).toBe(1);
      const { state } = await getHold(core, buyer, held);
      expect(state).toBe(booked ? "confirmed" : "released");
      const charges = await core.gateway.listByEvent(holders.sale.event_id, [null]);
      expect(charges.filter((charge) => charge.state === "captured")).toHaveLength(booked);
      expect((await readJournal()).filter(({ action }) => action === "hold.released")).toHaveLength(released);
    },
  );
});
