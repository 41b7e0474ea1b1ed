import { checkHalls } from "@evently/core/testing/check-halls";
import { drawDemand } from "@evently/core/testing/draw-demand";
import type { TestHall } from "@evently/core/testing/draw-hall";
import { drawBelow } from "@evently/core/testing/random";
import { Together } from "@evently/core/testing/together";
import { describe, expect, it } from "vitest";
import { openHall, seatPoint } from "~/features/hall/hall";
import { keyboardNeighbor } from "~/features/hall/keyboard-neighbor";
import { DimmedSeats } from "./dimmed-seats";
import { moveToLost, returnRefused, takeAlternatives } from "./lost-seats";
import { toggleNeed, toggleType } from "./seat-filter";
import { emptySelection, findBlock, type Selection, setParty, toggleSeat, whyDimmed } from "./selection";

const halls = process.env.EVENTLY_PROOF ? 5_000 : 300;

/** A hall as the picker has it, what is free in it, and who truly sits next to whom. */
function open(drawn: TestHall, random: () => number) {
  const hall = openHall(drawn.layout);
  const { isFree, wanted } = drawDemand(drawn, random);
  const together = new Together(drawn.runs);
  const can = (kept: readonly number[], count: number, isFit: (seat: number) => boolean) =>
    together.canBe(kept, count, isFit, hall.ids.length);
  return { hall, rules: { hall, seatLimit: 20, prices: [], isFree }, isFree, wanted, together, can };
}

/** The seats that were selected are free but for those that are lost. */
const lose =
  (isFree: (seat: number) => boolean, selected: readonly number[], lost: readonly number[]) => (seat: number) =>
    !lost.includes(seat) && (selected.includes(seat) || isFree(seat));

describe("in any hall", () => {
  it("a party is seated on neighbors, of one type where there are such", () => {
    checkHalls("parties", halls, (drawn, random) => {
      const { hall, rules, isFree, together, can } = open(drawn, random);
      const seat = drawBelow(random, hall.ids.length);
      const party = 2 + drawBelow(random, 4);
      const { seats } = toggleSeat(setParty(emptySelection, party), seat, rules);
      if (!isFree(seat)) expect(seats).toEqual([]);
      else if (seats.length === 1) expect([seats, can([seat], party - 1, isFree)]).toEqual([[seat], false]);
      else {
        expect([seats.length, seats.includes(seat), seats.every(isFree), together.are(seats)]).toEqual([
          party,
          true,
          true,
          true,
        ]);
        const isAlike = (other: number) => isFree(other) && hall.types[other] === hall.types[seat];
        expect(seats.every(isAlike)).toBe(can([seat], party - 1, isAlike));
      }
    });
  });

  it("the seats that are dimmed are those that have a reason, after any change of filters, party and selection", () => {
    checkHalls("dimmed seats", halls, (drawn, random) => {
      const { hall, rules, isFree, wanted } = open(drawn, random);
      const prices = hall.seat_types.map(() => drawBelow(random, 4) * 500);
      const priced = { ...rules, prices };
      const dimmed = new DimmedSeats(priced);
      let selection: Selection = { ...emptySelection, seats: wanted.filter(isFree) };
      for (const change of [
        () => toggleType(selection, drawBelow(random, hall.seat_types.length)),
        () => setParty(selection, 1 + drawBelow(random, 5)),
        () => ({ ...selection, priceMax: drawBelow(random, 4) * 500 }),
        () => toggleNeed(selection, "accessible"),
        () => toggleType(selection, drawBelow(random, hall.seat_types.length)),
        () => ({ ...selection, seats: [] }),
      ]) {
        selection = change();
        dimmed.follow(selection);
        const expected = [...hall.ids.keys()].filter((seat) => whyDimmed(selection, seat, priced).length > 0);
        expect([...hall.ids.keys()].filter((seat) => dimmed.isDimmed(seat))).toEqual(expected);
      }
    });
  });

  it("who joins a party joins its seats where that can be", () => {
    checkHalls("joining", halls, (drawn, random) => {
      const { hall, isFree, wanted, together, can, rules } = open(drawn, random);
      const selection: Selection = {
        ...setParty(emptySelection, wanted.length + 1 + drawBelow(random, 3)),
        seats: wanted,
      };
      const seat = hall.neighbors.next[wanted.at(-1) ?? -1] ?? -1;
      if (seat < 0 || !isFree(seat) || wanted.includes(seat) || !together.are(wanted)) return;
      const more = selection.party - wanted.length;
      const block = findBlock(selection, seat, rules);
      const canJoin = can([...wanted, seat], more - 1, (other) => isFree(other) && !wanted.includes(other));
      if (canJoin && block) expect(together.are([...wanted, ...block])).toBe(true);
      if (canJoin) expect(block).toHaveLength(more);
    });
  });

  it("what is offered for lost seats is one stretch with the kept ones wherever that can be", () => {
    checkHalls("lost seats", halls, (drawn, random) => {
      const { hall, isFree, wanted, together, can } = open(drawn, random);
      const lost = wanted.filter((_, at) => at === 0 || random() < 0.5);
      const kept = wanted.filter((seat) => !lost.includes(seat));
      const isStillFree = lose(isFree, wanted, lost);
      const rules = { hall, seatLimit: 20, prices: [], isFree: isStillFree };
      const after = moveToLost({ ...emptySelection, seats: wanted }, lost, rules);
      const { alternatives = [], replacesAll = false } = after.lost ?? {};
      const types = new Set(lost.map((seat) => hall.types[seat]));
      const isFit = (seat: number) => types.has(hall.types[seat]) && isStillFree(seat) && !kept.includes(seat);
      const isWhole = together.are([...(replacesAll ? [] : kept), ...alternatives]);
      if (can(kept, lost.length, isFit))
        expect([isWhole, replacesAll, alternatives.every(isFit)]).toEqual([true, false, true]);
      else if (
        kept.length > 0 &&
        together.are(wanted) &&
        can([], wanted.length, (seat) => types.has(hall.types[seat]) && isStillFree(seat))
      )
        expect([isWhole, replacesAll]).toEqual([true, true]);
      else if (can([], lost.length, isFit)) expect(alternatives.length).toBeGreaterThan(0);
      expect(alternatives.every(isStillFree)).toBe(true);
      const taken = takeAlternatives(after, rules);
      if (alternatives.length > 0) expect(taken.seats).toHaveLength(wanted.length);
    });
  });

  it("a refused hold without alternatives of the server's is offered such seats too", () => {
    checkHalls("refused holds", halls, (drawn, random) => {
      const { hall, isFree, wanted, together, can } = open(drawn, random);
      const [taken = -1, ...kept] = wanted;
      const isStillFree = lose(isFree, wanted, [taken]);
      const rules = { hall, seatLimit: 20, prices: [], isFree: isStillFree };
      const { lost, seats } = returnRefused(
        emptySelection,
        { requested: wanted, taken: [taken], alternatives: [] },
        rules,
      );
      const isFit = (seat: number) =>
        hall.types[seat] === hall.types[taken] && isStillFree(seat) && !kept.includes(seat);
      expect(seats).toEqual(kept);
      if (can(kept, 1, isFit)) expect(together.are([...kept, ...(lost?.alternatives ?? [])])).toBe(true);
    });
  });

  it("one arrow leads to a seat's neighbor and the opposite one back", () => {
    const opposite: Record<string, string> = {
      ArrowLeft: "ArrowRight",
      ArrowRight: "ArrowLeft",
      ArrowUp: "ArrowDown",
      ArrowDown: "ArrowUp",
    };
    checkHalls("arrow keys", halls, (drawn) => {
      const hall = openHall(drawn.layout);
      for (const run of drawn.runs)
        for (const [at, seat] of run.slice(1).entries()) {
          const from = run[at] ?? -1;
          const key = Object.keys(opposite).find((arrow) => keyboardNeighbor(hall, from, arrow) === seat);
          expect(key, `${from} to ${seat}`).toBeDefined();
          expect(keyboardNeighbor(hall, seat, opposite[key ?? ""] ?? "")).toBe(from);
        }
    });
  });

  it("a row is listed in the order in which its seats stand", () => {
    checkHalls("rows", halls, (drawn) => {
      const hall = openHall(drawn.layout);
      const placeOf = new Map(hall.rows.flatMap(({ seats }) => seats.map((seat, at) => [seat, at] as const)));
      for (const run of drawn.runs)
        for (const [at, seat] of run.slice(1).entries())
          expect(Math.abs((placeOf.get(seat) ?? 0) - (placeOf.get(run[at] ?? -1) ?? 0))).toBe(1);
      for (const { seats, along } of hall.rows) {
        const [first, last] = [seatPoint(hall, seats[0] ?? 0), seatPoint(hall, seats.at(-1) ?? 0)];
        expect(last[along]).toBeGreaterThanOrEqual(first[along]);
      }
    });
  });
});
