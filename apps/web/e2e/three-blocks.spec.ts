import { randomUUID } from "node:crypto";
import type { PublicSeat } from "@evently/core/seat";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import type { Page } from "@playwright/test";
import { buyOverRest } from "./guest";
import { createEvent, expectVenue, nameVenue, uploadSeats } from "./organizer-forms";
import { holdSeats, openEvent, pickSeat, press, seatOn } from "./picker";
import { expect, test } from "./story";

const pitch = 5.5;
const aisle = 12;

type Block = { section: string; rows: string; labels: number[]; left: number; top: number; type: string };

const center = { width: 7 * pitch, labels: [101, 102, 103, 104, 105, 106, 107, 108] };
/** Odd numbers on the left, even ones on the right, both from the center; one hundred and up between them. */
const blocks: Block[] = [
  {
    section: "Left",
    rows: "ABCDE",
    labels: [11, 9, 7, 5, 3, 1],
    left: -center.width / 2 - aisle - 5 * pitch,
    top: 30,
    type: "Stalls",
  },
  { section: "Center", rows: "ABCDE", labels: center.labels, left: -center.width / 2, top: 30, type: "Stalls" },
  {
    section: "Right",
    rows: "ABCDE",
    labels: [2, 4, 6, 8, 10, 12],
    left: center.width / 2 + aisle,
    top: 30,
    type: "Stalls",
  },
  {
    section: "Balcony",
    rows: "AB",
    labels: Array.from({ length: 20 }, (_, index) => index + 1),
    left: -9.5 * pitch,
    top: 100,
    type: "Balcony",
  },
];

const hall = [
  "Section,Row,Seat,Category,x,y",
  ...blocks.flatMap(({ section, rows, labels, left, top, type }) =>
    rows
      .split("")
      .flatMap((row, depth) =>
        labels.map((label, index) => [section, row, label, type, left + index * pitch, top + depth * 9].join()),
      ),
  ),
].join("\n");

test("a hall of three blocks is entered, sold, corrected, and seats a party together", async ({
  page,
  host,
  meetVisitor,
}) => {
  await host.signIn(page);
  await nameVenue(page);
  await uploadSeats(page, "hall.csv", hall);
  await press(page.getByRole("button", { name: "Add 140 seats" }));
  await press(page.getByRole("button", { name: "Create venue" }));
  await expectVenue(page);
  await expectWholeHall(page);
  const venue = page.url();
  const name = `Three blocks ${randomUUID().slice(0, 8)}`;
  const event_id = await createEvent(page, name);

  const seats = await listSeats(page, event_id);
  const buyer = await meetVisitor();
  const sold = ["Left, Row B, seat 1", "Left, Row B, seat 3"].map((seat) => keyOf(seats, seat));
  await buyer.goto(await buyOverRest(buyer, { event_id }, sold));
  const ticket = buyer.getByRole("article", { name: "Ticket" });
  await expect(ticket.getByRole("definition")).toContainText(["Left", "B", "1 and 3"]);

  const early = await meetVisitor();
  await openEvent(early, { event_id });
  await pickSeat(early, "Left, Row B, seat 7");

  await untilListed(page, venue);
  await page.goto(venue);
  await correctRow(page, name);
  await expect(seatOn(early, "Left, Row BB, seat 7")).toHaveAccessibleName(/available, selected/);
  await buyer.reload();
  await expect(ticket.getByRole("definition")).toContainText(["Left", "BB", "1 and 3"]);
  expect((await listSeats(page, event_id)).map(({ seat_pos }) => seat_pos)).toEqual(
    seats.map(({ seat_pos }) => seat_pos),
  );

  const visitor = await meetVisitor();
  await openEvent(visitor, { event_id });
  await expect(visitor.getByRole("gridcell", { name: /^Left, Row BB, seat [13], .*, taken/ })).toHaveCount(2);
  await press(visitor.getByRole("button", { name: "3", exact: true }));
  await pickSeat(visitor, "Left, Row BB, seat 7");
  await holdSeats(visitor);
  await expectTogether(visitor, await listSeats(page, event_id), 3);
});

/** Every seat is on the map, and the map shows all of them at once. */
async function expectWholeHall(page: Page): Promise<void> {
  const seats = page.getByRole("gridcell");
  await expect(seats).toHaveCount(140);
  for (const row of ["Left, Row A", "Center, Row A", "Right, Row A", "Balcony, Row A"])
    await expect(page.getByRole("row", { name: row })).toHaveCount(1);
  const map = await page.locator(".seat-host").boundingBox();
  for (const corner of [
    "Left, Row A, seat 11",
    "Right, Row A, seat 12",
    "Balcony, Row B, seat 1",
    "Balcony, Row B, seat 20",
  ]) {
    const box = await page.getByRole("gridcell", { name: new RegExp(`^${corner},`) }).boundingBox();
    if (!map || !box) throw new Error(`${corner} is not drawn`);
    expect([box.x >= map.x, box.x + box.width <= map.x + map.width]).toEqual([true, true]);
    expect([box.y >= map.y, box.y + box.height <= map.y + map.height]).toEqual([true, true]);
  }
}

/** Waits until the venue's event is in the public list, within a second or two. */
async function untilListed(page: Page, venue: string): Promise<void> {
  const venue_id = new URL(venue).pathname.split("/").at(-1);
  const count = async () => (await (await page.request.get(`/api/events?venue_id=${venue_id}`)).json()).total;
  await expect.poll(count).toBe(1);
}

/** Renames a row on the page of corrections, and carries it to the event. */
async function correctRow(page: Page, event: string): Promise<void> {
  await press(page.getByRole("link", { name: "Correct seats" }));
  await page.getByRole("combobox", { name: "Section" }).selectOption("Left");
  await page.getByRole("combobox", { name: "Row" }).selectOption("B");
  await press(page.getByRole("button", { name: "Choose all 6 seats" }));
  await page.getByRole("textbox", { name: "Row" }).fill("A");
  await press(page.getByRole("button", { name: "Change chosen seats" }));
  await expect(
    page.getByRole("alert").filter({ hasText: "More than one seat would be named Left, Row A" }),
  ).toBeVisible();
  await press(page.getByRole("button", { name: "Undo" }));
  await page.getByRole("textbox", { name: "Row" }).fill("BB");
  await press(page.getByRole("button", { name: "Change chosen seats" }));
  await expect(page.getByRole("list", { name: "Changes" }).getByRole("listitem")).toContainText([
    "Left, Row BB, seats 1, 3, 5, 7, 9 and 11",
  ]);
  await page.getByRole("checkbox", { name: event }).check();
  await press(page.getByRole("button", { name: "Save changes" }));
  await expectVenue(page);
}

async function listSeats(page: Page, event_id: string): Promise<PublicSeat[]> {
  return (await (await page.request.get(`/api/events/${event_id}/seats`)).json()).items;
}

function keyOf(seats: readonly PublicSeat[], name: string): string {
  const found = seats.find((seat) => nameSeat(seat) === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found.seat_pos;
}

/** The visitor's seats stand side by side: no step from one to the next is as wide as an aisle. */
async function expectTogether(page: Page, seats: readonly PublicSeat[], count: number): Promise<void> {
  const own = page.getByRole("gridcell", { name: /, held for you/ });
  await expect(own).toHaveCount(count);
  const names = await own.evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label") ?? ""));
  const places = seats.filter((seat) => names.some((name) => name.startsWith(`${nameSeat(seat)}, `)));
  expect(new Set(places.map(({ y }) => y)).size).toBe(1);
  const xs = places.map(({ x }) => x).sort((a, b) => a - b);
  expect(xs).toHaveLength(count);
  for (const [index, x] of xs.slice(1).entries()) expect(x - (xs[index] ?? 0)).toBeLessThanOrEqual(1.6 * pitch);
}
