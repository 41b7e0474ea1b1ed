import { expect, it } from "vitest";
import { seatGlyph, typeMarks } from "./seat-glyphs";

const plain = { look: "available", type: 0, accessible: false, lost: false } as const;

it("gives each of the eight seat types a shape of its own", () => {
  expect(new Set(typeMarks.map((_, type) => seatGlyph({ ...plain, type }))).size).toBe(8);
});

it("tells every state apart by shape alone", () => {
  const looks = ["available", "held", "taken", "selected", "yours"] as const;
  const shapes = [
    ...looks.map((look) => seatGlyph({ ...plain, look })),
    seatGlyph({ ...plain, accessible: true }),
    seatGlyph({ ...plain, look: "taken", lost: true }),
  ];
  expect(new Set(shapes).size).toBe(7);
});
