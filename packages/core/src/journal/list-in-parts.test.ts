import { describe, expect, it } from "vitest";
import { listInParts } from "./list-in-parts.ts";

describe("a list in the journal", () => {
  it("is one change while it is short", () => {
    expect(listInParts("seats", { before: [], after: ["A-1", "A-2"] })).toEqual({
      seats: { before: null, after: ["A-1", "A-2"] },
    });
  });

  it("is several once it is long, which together have all of it", () => {
    const seats = Array.from({ length: 90 }, (_, i) => `BALCONY1-${1000 + i}`);
    const parts = Object.entries(listInParts("seats", { before: seats, after: ["A-1"] }));
    expect(parts.map(([field]) => field)).toEqual(["seats", "seats_2", "seats_3", "seats_4"]);
    expect(parts.flatMap(([, { before }]) => before)).toEqual(seats);
    expect(parts.map(([, { after }]) => after)).toEqual([["A-1"], null, null, null]);
  });

  it("is one where no entry has room for it", () => {
    const reasons = Array.from({ length: 90 }, (_, i) => `${i} of the choir of the town`);
    expect(listInParts("reasons", { before: reasons, after: [] })).toEqual({
      reasons: { before: reasons, after: null },
    });
  });
});
