import type { ServedBooking } from "@evently/core/box-office";
import type { EventId } from "@evently/core/ids";
import { describe, expect, test } from "vitest";
import { type Act, nothingSaid, runAct, undoOf } from "./act";
import { fieldsOf } from "./act-fields";
import { chooseActs, findMoveFault } from "./choose-acts";
import { describeAct, describeDone } from "./describe-act";
import type { OfficeSeat } from "./office-seats";

const seat = (n: number, state: OfficeSeat["state"] = "free", reason: string | null = null): OfficeSeat => ({
  ...{ seat_pos: `A-${n}`, section: "", row_label: "A", seat_label: `${n}`, seat_type: "Stalls" },
  ...{ accessible: false, properties: [], state, reason, price: 4500 },
});
const line = (n: number) => ({ seat: `A-${n}`, section: "", row_label: "A", seat_label: `${n}`, price: 4500 });
const booking = {
  ...{ booking_id: "booking-00001", lines: [line(1), line(2)], total: 9000, refunded: 0, counter: "cash" },
  buyer: { name: "Ann", email: null },
  from_blocks: ["A-2"],
} as unknown as ServedBooking;

describe("what an act does is told before it is done", () => {
  test("of a sale for cash, with the sum", () => {
    const { title, points, confirm } = describeAct({ kind: "cash", seats: [seat(1), seat(2, "blocked")] }, "USD");
    expect([title, confirm]).toEqual(["Sell 2 seats for US$90?", "Sold for US$90"]);
    expect(points[0]).toBe("Row A, seats 1 and 2 are booked at once, 1 of them blocked until now.");
  });

  test("of comps, which cost nothing", () => {
    const { title, points } = describeAct({ kind: "comp", seats: [seat(1)] }, "USD");
    expect(title).toBe("Give 1 seat away?");
    expect(points[1]).toBe("Nothing is paid: the booking costs 0, and counts as comps.");
  });

  test("of a move, from where to where", () => {
    const { points } = describeAct({ kind: "move", booking, from: ["A-1"], to: [seat(7)] }, "USD");
    expect(points[0]).toBe("Ann gets Row A, seat 7 instead of Row A, seat 1.");
    expect(points.at(-1)).toBe("The buyer left no address: tell them yourself.");
  });

  test("of what is given back, which of it is blocked again", () => {
    const pointsOf = (act: Act) => describeAct(act, "USD").points;
    expect(pointsOf({ kind: "cancel", booking }).slice(0, 2)).toEqual([
      "Row A, seat 1 of Ann is back on sale at once.",
      "Row A, seat 2 of Ann is blocked again, for the same as before it was sold.",
    ]);
    expect(pointsOf({ kind: "give back", booking, seats: [seat(2, "sold")] })[0]).toMatch(
      /^Row A, seat 2 .* blocked again/,
    );
    expect(pointsOf({ kind: "move", booking, from: ["A-2"], to: [seat(7)] })[2]).toMatch(
      /^Row A, seat 2 .* blocked again/,
    );
  });

  test("of a reservation that is given up, that nothing was paid", () => {
    const reserved = { ...booking, counter: undefined, state: "awaiting_payment" } as unknown as ServedBooking;
    const { title, points, confirm } = describeAct({ kind: "cancel", booking: reserved }, "USD");
    expect([title, confirm]).toEqual(["Cancel this reservation?", "Cancel reservation"]);
    expect(points.at(-2)).toBe("It was not paid, so nothing is refunded.");
    const done = describeDone({ kind: "cancel", booking: reserved }, nothingSaid);
    expect(done).toBe("The reservation of Ann was cancelled.");
  });

  test("of a cancellation, who pays the money back", () => {
    const card = { ...booking, counter: undefined } as unknown as ServedBooking;
    const moneyOf = (sold: ServedBooking) => describeAct({ kind: "cancel", booking: sold }, "USD").points.at(-2);
    expect(moneyOf(booking)).toBe("It was paid in cash: hand US$90 back yourself.");
    expect(moneyOf(card)).toBe("US$90 goes back to the card that it was paid with.");
    expect(moneyOf({ ...card, refunded: 4500 })).toBe("US$45 goes back to the card that it was paid with.");
    expect(moneyOf({ ...card, paid_at: "2027-01-14T18:00:00.000Z" })).toBe(
      "It was paid on invoice: pay US$90 back yourself.",
    );
    expect(moneyOf({ ...booking, refunded: 9000 })).toBe("All of its price was refunded before.");
    expect(moneyOf({ ...booking, total: 0 })).toBe("Nothing was paid, so nothing is refunded.");
  });
});

test("what was done is one sentence", () => {
  const said = { reason: "Press", holder: { name: "Ann" } };
  const done = (act: Act) => describeDone(act, said);
  expect(done({ kind: "block", seats: [seat(1), seat(2)] })).toBe("2 seats were blocked: Press.");
  expect(done({ kind: "comp", seats: [seat(1)] })).toBe("1 seat was given away to Ann.");
  expect(done({ kind: "move", booking, from: ["A-1"], to: [seat(7)] })).toBe("1 seat was moved to Row A, seat 7.");
});

describe("an act is taken back", () => {
  test("where it blocked or released seats for one reason", () => {
    const blocked = [seat(1, "blocked", "Press"), seat(2, "blocked", "Press")];
    const undone = undoOf({ kind: "block", seats: [seat(1)] }, { reason: "Press", holder: null });
    expect(undone?.act.kind).toBe("release");
    expect(undone && undoOf(undone.act, undone.details)).toMatchObject({ details: { reason: "Press" } });
    expect(undoOf({ kind: "release", seats: blocked }, nothingSaid)).toMatchObject({
      act: { kind: "block" },
      details: { reason: "Press" },
    });
  });

  test("never where reasons differed, or somebody was told", () => {
    const mixed = [seat(1, "blocked", "Press"), seat(2, "blocked", "Choir")];
    expect(undoOf({ kind: "release", seats: mixed }, nothingSaid)).toBeNull();
    expect(undoOf({ kind: "cash", seats: [seat(1)] }, nothingSaid)).toBeNull();
    expect(undoOf({ kind: "move", booking, from: ["A-1"], to: [seat(7)] }, nothingSaid)).toBeNull();
  });
});

test("a move names only the seats that change", async () => {
  const sent: unknown[] = [];
  const client = { boxOffice: { move: { mutate: async (input: unknown) => sent.push(input) } } };
  const act: Act = { kind: "move", booking, from: ["A-1", "A-3"], to: [seat(1, "sold"), seat(2)] };
  const running = { act, details: nothingSaid, draft_id: "draft" };
  await runAct(client as unknown as Parameters<typeof runAct>[0], "event-00001" as EventId, running);
  expect(sent).toEqual([{ booking_id: "booking-00001", seats: [{ from: "A-3", to: "A-2" }] }]);
});

test("a sale states which seats were seen blocked, and for cash the sum that was shown", async () => {
  const sent: object[] = [];
  const client = { boxOffice: { sell: { mutate: async (input: object) => sent.push(input) } } };
  for (const kind of ["cash", "comp"] as const) {
    const running = { act: { kind, seats: [seat(1), seat(2, "blocked")] }, details: nothingSaid, draft_id: "draft" };
    await runAct(client as unknown as Parameters<typeof runAct>[0], "event-00001" as EventId, running);
  }
  const from_blocks = ["A-2"];
  expect(sent).toMatchObject([
    { payment: "cash", from_blocks, total: 9000 },
    { payment: "comp", from_blocks },
  ]);
  expect(sent[1]).not.toHaveProperty("total");
});

test("a refusal is shown by the fields of its act, where it has them", () => {
  expect(fieldsOf({ kind: "block", seats: [] })).toEqual(["reason"]);
  expect(fieldsOf({ kind: "cash", seats: [] })).toContain("holder.email");
  expect(fieldsOf({ kind: "move", booking, from: [], to: [] })).toEqual([]);
});

describe("what can be done with chosen seats", () => {
  test("follows from their states", () => {
    expect(chooseActs([seat(1)])).toEqual({ block: null, release: expect.any(String), sell: null });
    expect(chooseActs([seat(1), seat(2, "blocked")])).toMatchObject({ block: expect.any(String), sell: null });
    expect(chooseActs([seat(1, "sold")]).sell).toBe("Only free and blocked seats can be sold.");
    const many = Array.from({ length: 51 }, (_, i) => seat(i + 1));
    expect(chooseActs(many)).toMatchObject({ block: null, sell: "At most 50 seats are sold at once." });
  });

  test("a move needs as many free seats as it moves", () => {
    expect(findMoveFault(["A-1", "A-2"], [seat(7)])).toBe("1 of 2 seats chosen.");
    expect(findMoveFault(["A-1", "A-2"], [seat(7), seat(2, "sold")])).toBeNull();
    expect(findMoveFault(["A-1"], [seat(7, "blocked")])).toMatch(/^Seats can only/);
    expect(findMoveFault(["A-1", "A-3"], [seat(1, "sold"), seat(2)])).toBeNull();
    expect(findMoveFault(["A-1"], [seat(1, "sold")])).toBe("These are the booking’s own seats.");
  });
});
