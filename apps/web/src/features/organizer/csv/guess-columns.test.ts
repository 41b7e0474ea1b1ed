import { seatColumns } from "@evently/core/venue/seat-csv.rules";
import { expect, test } from "vitest";
import { guessColumns } from "./guess-columns";

test.each([
  ["Section Row Seat Category", "section row_label seat_label seat_type"],
  ["Block Reihe Nr. Kategorie Rollstuhl", "section row_label seat_label seat_type accessible"],
  ["Rang Reihe Platz Preiskategorie", "section row_label seat_label seat_type"],
  ["Secteur Rang Siège Catégorie PMR", "section row_label seat_label seat_type accessible"],
  ["Rang Place Tarif", "row_label seat_label seat_type"],
  ["Rangée Place Zone", "row_label seat_label seat_type"],
  ["Zone Row Seat Type", "section row_label seat_label seat_type"],
  ["Box Seat Price", "section seat_label -"],
  ["Section Box Seat", "section row_label seat_label"],
  ["Loge Row Seat", "section row_label seat_label"],
  ["Fila Butaca Sector", "row_label seat_label section"],
  [
    "row seat_num seat_type section row_label x y accessible",
    "- seat_label seat_type section row_label x y accessible",
  ],
  ["Row Seat Notes Row", "row_label seat_label - -"],
  ["Seat_Pos", "-"],
])("%s", (header, columns) => {
  expect(
    guessColumns(header.split(" "))
      .map((column) => column ?? "-")
      .join(" "),
  ).toBe(columns);
});

test("our own columns are themselves", () => {
  expect(guessColumns(seatColumns)).toEqual(seatColumns);
});
