import { seatColumns } from "@evently/core/venue/seat-csv.rules";

const lines = [
  seatColumns.slice(0, -1).join(","),
  "Stalls,A,1,Full price,,,,,,-5.5,25",
  "Stalls,A,2,Full price,,,,,,0,25",
  "Stalls,A,3,Full price,yes,,,,,5.5,25",
  "Balcony,A,1,Reduced,,,yes,,,,",
];

/** A seat list to start from, with the line breaks of RFC 4180. */
export const seatTemplate = lines.map((line) => `${line}\r\n`).join("");
