import { expect, test } from "vitest";
import { type FieldParts, followSaved } from "./find-clashes";

const before = { name: "Hall", city: "Oslo", prices: { Box: "85", Stalls: "55" }, closes: "start", sales_end: "" };
const fields: FieldParts<typeof before> = {
  ...{ name: ["name"], city: ["city"], prices: ["prices"], sales_end: ["closes", "sales_end"] },
};
const priced = (Box: string, Stalls: string) => ({ prices: { Box, Stalls } });

test.each([
  ["only typed", { name: "Aula" }, {}, []],
  ["only saved by somebody else", {}, { name: "Aula" }, []],
  ["changed alike by both", { name: "Aula" }, { name: "Aula" }, []],
  [
    "changed by both",
    { name: "Aula" },
    { name: "Arena" },
    [{ field: "name", own: { name: "Aula" }, theirs: { name: "Arena" } }],
  ],
  ["typed, while another one was saved", { name: "Aula" }, { city: "Bergen" }, []],
  ["a price, while the other one changed another type's", priced("99", "55"), priced("85", "60"), []],
  [
    "a price that both changed",
    priced("99", "55"),
    priced("90", "60"),
    [{ field: "prices", own: priced("99", "60"), theirs: priced("90", "60") }],
  ],
  [
    "said in two parts, of which both changed one",
    { closes: "set", sales_end: "2027-02-01T10:00" },
    { closes: "set", sales_end: "2027-03-01T10:00" },
    [
      {
        field: "sales_end",
        own: { closes: "set", sales_end: "2027-02-01T10:00" },
        theirs: { closes: "set", sales_end: "2027-03-01T10:00" },
      },
    ],
  ],
])("of a field that is %s, the clashes are found", (_, typed, saved, clashes) => {
  const followed = followSaved(before, { ...before, ...typed }, { ...before, ...saved }, fields);
  expect(followed.clashes).toEqual(clashes);
});
