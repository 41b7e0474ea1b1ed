import { expect, it } from "vitest";
import { seatGlyph, typeClass } from "./seat-glyphs";

const plain = { state: "available", type: 0, accessible: false, lost: false } as const;

it("gives each of forty seat types a shape of its own, and one of eight colors", () => {
  const types = Array.from({ length: 40 }, (_, type) => type);
  expect(new Set(types.map((type) => seatGlyph({ ...plain, type }))).size).toBe(40);
  expect(new Set(types.map(typeClass))).toEqual(new Set(types.slice(0, 8).map((type) => `seat-${type + 1}`)));
});

it("tells every state apart by shape alone", () => {
  const states = ["available", "held", "taken", "selected", "yours"] as const;
  const shapes = [
    ...states.map((state) => seatGlyph({ ...plain, state })),
    seatGlyph({ ...plain, accessible: true }),
    seatGlyph({ ...plain, state: "taken", lost: true }),
  ];
  expect(new Set(shapes).size).toBe(7);
});
