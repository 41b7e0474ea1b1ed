import { expect, it } from "vitest";
import { seatGlyph, typeMarks } from "./seat-glyphs";

const plain = { state: "available", type: 0, accessible: false, restricted: false, lost: false } as const;

it("gives each of the eight seat types a shape of its own", () => {
  expect(new Set(typeMarks.map((_, type) => seatGlyph({ ...plain, type }))).size).toBe(8);
});

it("tells every state apart by shape alone", () => {
  const states = ["available", "held", "taken", "selected", "yours"] as const;
  const shapes = [
    ...states.map((state) => seatGlyph({ ...plain, state })),
    seatGlyph({ ...plain, accessible: true }),
    seatGlyph({ ...plain, restricted: true }),
    seatGlyph({ ...plain, state: "taken", lost: true }),
  ];
  expect(new Set(shapes).size).toBe(8);
});
