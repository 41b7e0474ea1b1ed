import { expect, it } from "vitest";
import { openHall } from "./hall";
import { nameInHall, nameRow, nameRowInHall } from "./name-in-hall";
import { twoSections } from "./two-sections.fixture";

const [first, ...others] = twoSections.rows;
const named = (fields: Partial<(typeof twoSections.rows)[number]>) =>
  openHall({ ...twoSections, rows: [...others, ...(first ? [{ ...first, ...fields }] : [])] });

it("names a row with its section, and a box without rows by its section alone", () => {
  const hall = openHall(twoSections);
  expect(hall.rows.map((row) => nameRowInHall({ hall }, row))).toEqual([
    "Stalls, Row A",
    "Stalls, Row B",
    "Stalls, Row C",
    "Side, Row A",
  ]);
  const box = named({ section: "Box 3", row_label: "" });
  expect(box.rows.map((row) => nameRowInHall({ hall: box }, row)).at(-1)).toBe("Box 3");
  expect(nameInHall({ hall: box }, box.indexOf.get("A-1") ?? -1)).toBe("Box 3, seat 1");
});

it("leaves out the only section, and names what has neither row nor section", () => {
  const hall = openHall({ ...twoSections, rows: others.map((row) => ({ ...row, section: "Stalls" })) });
  expect(hall.rows.map((row) => nameRowInHall({ hall }, row))[0]).toBe("Row B");
  const bare = named({ section: "", row_label: "" });
  expect(bare.rows.map((row) => nameRow({ hall: bare }, row)).at(-1)).toBe("Seats");
});
