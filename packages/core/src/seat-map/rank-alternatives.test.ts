import { expect, it } from "vitest";
import { indexLayout } from "../layout/layouts.ts";
import { checkHalls } from "../testing/check-halls.ts";
import { drawDemand } from "../testing/draw-demand.ts";
import { Together } from "../testing/together.ts";
import { rankAlternatives } from "./find-alternatives.ts";

const halls = process.env.EVENTLY_PROOF ? 5_000 : 300;

it("in any hall, alternatives are free neighbors of a requested type, and three wherever such blocks are left", () => {
  checkHalls("alternatives", halls, (hall, random) => {
    const { isFree, wanted, typeOf } = drawDemand(hall, random);
    const indexed = indexLayout(hall.layout);
    const together = new Together(hall.runs);
    const types = wanted.map(typeOf);
    const isFit = (seat: number) => isFree(seat) && types.includes(typeOf(seat));
    const requested = wanted.flatMap((seat) => indexed.seats[seat] ?? []);
    const blocks = rankAlternatives(indexed, requested, isFree).map((block) =>
      block.map((seat) => indexed.indexOf.get(seat) ?? -1),
    );
    for (const block of blocks) {
      expect(block).toHaveLength(wanted.length);
      expect(together.are(block), String(block)).toBe(true);
      expect(block.every(isFit)).toBe(true);
    }
    const left = (seat: number) => isFit(seat) && !blocks.flat().includes(seat);
    if (blocks.length < 3) expect(together.canBe([], wanted.length, left, hall.layout.seat_count)).toBe(false);
    expect(blocks.length > 0).toBe(together.canBe([], wanted.length, isFit, hall.layout.seat_count));
  });
});

it("in any hall, the first alternative is hardly further away than the nearest one", () => {
  checkHalls("nearest alternatives", halls, (hall, random) => {
    const { isFree, wanted } = drawDemand(hall, random);
    const [seat = 0] = wanted;
    const indexed = indexLayout(hall.layout);
    const xs = hall.layout.rows.flatMap((row) => row.xs);
    const ys = hall.layout.rows.flatMap((row) => row.ys);
    const distance = (to: number) => Math.hypot((xs[to] ?? 0) - (xs[seat] ?? 0), (ys[to] ?? 0) - (ys[seat] ?? 0));
    const nearest = Math.min(
      ...xs.flatMap((_, to) => (isFree(to) && indexed.types[to] === indexed.types[seat] ? distance(to) : [])),
    );
    const [first] = rankAlternatives(
      indexed,
      [indexed.seats[seat] ?? indexed.seats[0]].flatMap((id) => id ?? []),
      isFree,
    );
    const offered = indexed.indexOf.get(first?.[0] as (typeof indexed.seats)[number]);
    if (offered === undefined) expect(nearest).toBe(Infinity);
    else expect(distance(offered)).toBeLessThanOrEqual(nearest + 1.5 * indexed.neighbors().pitch);
  });
});
