import { type SeatColumn, seatColumns } from "@evently/core/venue/seat-csv.rules";
import { plainText } from "./plain-text";
import type { TableRecord } from "./read-table";

/** What each column of a file is read as; null is not read. */
export type Columns = readonly (SeatColumn | null)[];

/** What other programs, and theaters in other languages, call our columns; the first word is the surest. */
const names: Record<SeatColumn, string> = {
  section:
    "section bereich сектор block sektor secteur sector seccion sezione settore area level ebene etage sektion avsnitt",
  row_label: "rowlabel row reihe rangee fila rij rad rekke raekke rivi rzad ряд rownumber rowno reihennummer",
  seat_label:
    "seatlabel seat platz platznr platznummer sitz sitzplatz sitznummer sitznr siege place asiento butaca posto stoel plats plass место seatnum seatnumber seatno nr no numero nummer number num",
  seat_type:
    "seattype category kategorie preiskategorie pricecategory categorie categoriedeprix categoria preisgruppe preisklasse priceband pricelevel pricezone type typ tarif kat cat pk",
  accessible:
    "accessible wheelchair wheelchairspace wheelchairaccessible rollstuhl rollstuhlplatz rollstuhlgerecht barrierefrei pmr handicap fauteuilroulant ada",
  companion: "companion companionseat carer begleitung begleitperson begleitplatz accompagnateur accompagnant",
  restricted_view:
    "restrictedview restricted obstructedview limitedview partialview sichtbehinderung sichtbehindert eingeschranktesicht visibilitereduite vuereduite",
  step_free: "stepfree stepfreeaccess stufenlos stufenfrei sansmarche",
  hearing_loop: "hearingloop inductionloop induktionsschleife induktion boucleauditive bouclemagnetique",
  x: "x xdm posx xpos xposition",
  y: "y ydm posy ypos yposition",
  seat_pos: "",
};

/** Words that name another thing in another house: Rang is a row in Paris and a balcony in Vienna. In the order of the guess. */
const vague: readonly (readonly [SeatColumn, string])[] = [
  ["row_label", "rang"],
  // "Box 3, seat 1" and not "Row Box 3", unless the boxes are in a section.
  ["section", "box loge table tisch"],
  ["row_label", "box loge table tisch"],
  ["seat_type", "zone class klasse classe"],
  ["section", "rang zone floor stand"],
];

/** A column is read as one thing, and each thing is read from one column: the surest names first. */
export function guessColumns(header: readonly string[]): Columns {
  const columns: (SeatColumn | null)[] = header.map(() => null);
  const plain = header.map((name) => plainText(name).replace(/[^\p{L}\p{N}]/gu, ""));
  const assign = (column: SeatColumn, words: string) => {
    if (columns.includes(column)) return;
    for (const word of words.split(" ")) {
      const index = plain.findIndex((name, at) => name === word && columns[at] === null);
      if (index < 0) continue;
      columns[index] = column;
      return;
    }
  };
  // Only our own export writes keys, under this very name.
  const keys = header.indexOf("seat_pos");
  if (keys >= 0) columns[keys] = "seat_pos";
  for (const column of seatColumns) assign(column, names[column]);
  for (const [column, words] of vague) assign(column, words);
  return columns;
}

/** How many lines above the column names, such as a title, are looked over. */
const mostAbove = 8;

/** The index of the record that has the most column names we know; null if none has two. */
export function findHeader(records: readonly TableRecord[]): number | null {
  const known = records.slice(0, mostAbove).map(({ cells }) => guessColumns(cells).filter(Boolean).length);
  const most = Math.max(0, ...known);
  return most < 2 ? null : known.indexOf(most);
}

/** The columns once one is chosen for another use: the column that had it loses it. */
export function assignColumn(columns: Columns, index: number, use: SeatColumn | null): Columns {
  return columns.map((own, at) => (at === index ? use : own === use ? null : own));
}
