import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { seatLists } from "../src/features/organizer/csv/seat-lists.fixture";
import { expectVenue, nameVenue, uploadSeats } from "./organizer-forms";
import { press } from "./picker";
import { expect, test } from "./story";

/** What the page says of each list once it is taken: its seats by type, and what is marked among them. */
const taken: Record<Exclude<keyof typeof seatLists, "openQuote">, [types: string, marked?: string]> = {
  twoSections: ["4 seats: 2 Full, 2 Reduced"],
  numericRows: ["4 seats: 4 Full"],
  german: ["3 seats: 2 PK 1, 1 PK 2", "1 wheelchair space, 1 companion seat"],
  french: ["3 seats: 2 1re série, 1 Loge", "1 wheelchair space, 1 seat with a restricted view"],
  excelUnicode: ["2 seats: 2 Партер"],
  windows: ["2 seats: 2 Ermäßigt"],
  oddLabels: ["7 seats: 7 Full"],
  oddEven: ["6 seats: 6 Full"],
  boxes: ["3 seats: 3 Box", "2 step-free seats"],
  large: ["2,000 seats: 800 I, 1,200 II"],
  zonesInCase: ["6 seats: 3 Zone 1, 3 Zone 2"],
};

test("twelve seat lists go in as their owners expect", { tag: "@one-size" }, async ({ page, host }) => {
  test.slow();
  await host.signIn(page);
  await nameVenue(page);
  for (const [list, [types, marked]] of Object.entries(taken)) {
    const { name, bytes } = seatLists[list as keyof typeof taken];
    await uploadSeats(page, name, bytes);
    await expect(page.getByRole("heading", { name })).toBeFocused();
    for (const box of await page.getByRole("checkbox", { name: / as “/ }).all()) await box.check();
    await press(page.getByRole("button", { name: /^Add [\d,]+ seats$/ }));
    await expect(page.getByText(types, { exact: true })).toBeVisible();
    if (marked) await expect(page.getByText(marked, { exact: true })).toBeVisible();
    await press(page.getByRole("button", { name: "Undo" }));
  }
  await uploadSeats(page, seatLists.openQuote.name, seatLists.openQuote.bytes);
  await expect(page.getByRole("alert").filter({ hasText: "can’t be read" })).toHaveText(
    "open-quote.csv can’t be read: line 3: a quotation mark opens here and is not closed in its cell.",
  );
});

test("a seat list is corrected in the page, saved, downloaded and uploaded again unchanged", {
  tag: "@one-size",
}, async ({ page, host }) => {
  await host.signIn(page);
  await nameVenue(page);
  const list =
    "Gang;Nr.;Bereich;Preis;x;y\nÄ;12A;Parkett;Voll;0;25\nÄ;12;Parkett;Voll;5,5;25\nA;1;Parkett;Box;0;34\nA;1;Rang;Box;0;90";
  await uploadSeats(page, "hall.csv", list);
  await expect(page.getByText("Columns Gang and Preis are not used.")).toBeVisible();
  await page.getByRole("combobox", { name: "Gang" }).selectOption("Row");
  await page.getByRole("combobox", { name: "Preis" }).selectOption("Category");
  await press(page.getByRole("button", { name: "Add 4 seats" }));
  const first = await saveVenue(page);
  await expect(page.getByRole("gridcell")).toHaveCount(4);

  const download = page.waitForEvent("download");
  await press(page.getByRole("link", { name: "Download CSV" }));
  const path = await (await download).path();
  await nameVenue(page);
  await uploadSeats(page, "download.csv", await readFile(path));
  await press(page.getByRole("button", { name: "Add 4 seats" }));
  const second = await saveVenue(page);
  expect(second).toEqual(first);
  expect(first).toMatchObject([
    { section: "Parkett", row_label: "Ä", seat_label: "12", seat_type: "Voll" },
    { section: "Parkett", row_label: "Ä", seat_label: "12A", seat_type: "Voll" },
    { section: "Parkett", row_label: "A", seat_label: "1", seat_type: "Box" },
    { section: "Rang", row_label: "A", seat_label: "1", seat_type: "Box" },
  ]);
});

/** Saves the venue of the form; answers its seats as the API lists them, without what differs between two venues. */
async function saveVenue(page: Page): Promise<object[]> {
  await press(page.getByRole("button", { name: "Create venue" }));
  await expectVenue(page);
  const venue_id = new URL(page.url()).pathname.split("/").at(-1);
  const { items } = await (await page.request.get(`/api/venue/${venue_id}/seats`)).json();
  return items.map(({ venue_id: _, ...seat }: { venue_id: string }) => seat);
}
