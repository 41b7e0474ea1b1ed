import type { Page } from "@playwright/test";
import { openEvent, press, seatOn } from "./picker";
import { expect, test } from "./story";

/** Chooses seats by section, row and numbers, as printed. */
async function choose(desk: Page, section: string, row: string, seats: string, count: number): Promise<void> {
  await desk.getByRole("combobox", { name: "Section" }).selectOption({ label: section });
  await desk.getByRole("combobox", { name: "Row" }).selectOption({ label: row });
  await desk.getByRole("textbox", { name: "Seats" }).fill(seats);
  await press(desk.getByRole("button", { name: count === 1 ? "Choose this seat" : `Choose all ${count} seats` }));
}

const panel = (desk: Page) => desk.getByRole("region", { name: /^(Chosen seats|Choose where to)$/ });
const dialogOf = (desk: Page) => desk.getByRole("dialog");

async function openDesk(desk: Page, { event_id }: { event_id: string }): Promise<void> {
  await desk.goto(`/organizer/events/${event_id}/box-office`);
  await expect(desk.getByRole("grid", { name: "Seats" })).toBeVisible();
}

test("a box office keeps a row for the press, gives four comps, sells twelve seats and moves a class", async ({
  page: desk,
  host,
  monitor,
  meetVisitor,
}) => {
  const concert = await host.announce("An evening at the counter", 30);
  await host.signIn(desk);
  await desk.goto(`/organizer/events/${concert.event_id}`);
  await press(desk.getByRole("link", { name: "Box office" }));
  await expect(desk.getByRole("grid", { name: "Seats" })).toBeVisible();

  // A row for the press, undone and done again.
  await choose(desk, "Stalls", "A", "", 10);
  await press(panel(desk).getByRole("button", { name: "Block 10 seats" }));
  await press(dialogOf(desk).getByRole("button", { name: "Block 10 seats" }));
  await expect(dialogOf(desk).getByText("Say for whom or what.")).toBeVisible();
  await dialogOf(desk).getByRole("textbox", { name: "For whom or what" }).fill("Press");
  await press(dialogOf(desk).getByRole("button", { name: "Block 10 seats" }));
  await expect(desk.getByText("10 seats were blocked: Press.").first()).toBeVisible();
  await expect(seatOn(desk, "Row A, seat 1")).toHaveAccessibleName(/Blocked: Press/);
  await press(desk.getByRole("button", { name: "Undo" }));
  await expect(desk.getByText("10 seats were released.").first()).toBeVisible();
  await press(desk.getByRole("button", { name: "Undo" }));
  await expect(desk.getByText("10 seats were blocked: Press.").first()).toBeVisible();

  // A buyer sees them as taken, and not why.
  const buyer = await meetVisitor();
  await openEvent(buyer, concert);
  await expect(seatOn(buyer, "Row A, seat 1")).toHaveAccessibleName(/taken/);
  await expect(buyer.getByText("Press", { exact: true })).toHaveCount(0);

  // Four of them for a guest of the house.
  await choose(desk, "Stalls", "A", "1-4", 4);
  await press(panel(desk).getByRole("button", { name: "Give as comps" }));
  await dialogOf(desk).getByRole("textbox", { name: "Given to" }).fill("The Daily Planet");
  await press(dialogOf(desk).getByRole("button", { name: "Give 4 seats away" }));
  await expect(desk.getByText("4 seats were given away to The Daily Planet.").first()).toBeVisible();

  // One comes back, and is the press's again.
  await choose(desk, "Stalls", "A", "1", 1);
  await press(panel(desk).getByRole("button", { name: /^Give back chosen 1 seat/ }));
  await expect(dialogOf(desk).getByText(/Row A, seat 1 .* is blocked again/)).toBeVisible();
  await press(dialogOf(desk).getByRole("button", { name: "Give back 1 seat" }));
  await expect(seatOn(desk, "Row A, seat 1")).toHaveAccessibleName(/Blocked: Press/);

  // Twelve sold for cash, with a receipt.
  await choose(desk, "Stalls", "B", "", 10);
  await choose(desk, "Stalls", "C", "1-2", 2);
  await press(panel(desk).getByRole("button", { name: /^Sell for .* in cash$/ }));
  await press(dialogOf(desk).getByRole("button", { name: /^Sold for / }));
  await expect(desk.getByText("12 seats were sold.").first()).toBeVisible();
  await press(desk.getByRole("link", { name: "Receipt" }));
  const receipt = desk.getByRole("article", { name: "Receipt" });
  await expect(receipt.getByText("12 seats")).toBeVisible();
  await expect(receipt.getByText(/Paid in cash/)).toBeVisible();
  const address = await receipt.getByRole("link").getAttribute("href");
  await buyer.goto(new URL(address ?? "").pathname);
  await expect(buyer.getByRole("article", { name: "Ticket" })).toBeVisible();

  // The class moves further back, one price over is refused.
  await openDesk(desk, concert);
  await choose(desk, "Stalls", "B", "", 10);
  await press(panel(desk).getByRole("button", { name: /^Move chosen 10 seats/ }));
  await choose(desk, "Balcony", "J", "", 10);
  await press(panel(desk).getByRole("button", { name: "Move here" }));
  monitor.expect("409 /api/trpc/boxOffice.move");
  await press(dialogOf(desk).getByRole("button", { name: "Move 10 seats" }));
  await expect(dialogOf(desk).getByRole("alert")).toContainText("same price");
  await press(dialogOf(desk).getByRole("button", { name: "Leave as it is" }));
  await press(desk.getByRole("button", { name: "Clear choice" }));
  await choose(desk, "Stalls", "F", "", 10);
  await press(panel(desk).getByRole("button", { name: "Move here" }));
  await press(dialogOf(desk).getByRole("button", { name: "Move 10 seats" }));
  await expect(desk.getByText(/^10 seats were moved to /).first()).toBeVisible();
  await expect(seatOn(desk, "Stalls, Row B, seat 1")).toHaveAccessibleName(/Free/);

  const answer = await desk.request.get(`/api/events/${concert.event_id}/analytics`);
  const figures = (await answer.json()) as Record<string, unknown>;
  expect(figures).toMatchObject({ seats_blocked: 7, comps: 3, seats_sold: 15, counter_sales: 2, seats_held: 0 });
});

test("single comps are given back, and seats are chosen by dragging", { tag: "@one-size" }, async ({
  page: desk,
  host,
}) => {
  const concert = await host.announce("An evening of few comps", 30);
  await host.signIn(desk);
  await openDesk(desk, concert);
  await press(desk.getByRole("button", { name: "Choose by dragging" }));
  const [from, to] = [seatOn(desk, "Stalls, Row C, seat 2"), seatOn(desk, "Stalls, Row D, seat 4")];
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("the seats are not drawn");
  await desk.mouse.move(start.x - 2, start.y - 2);
  await desk.mouse.down();
  await desk.mouse.move(end.x + end.width + 2, end.y + end.height + 2, { steps: 4 });
  await desk.mouse.up();
  await expect(panel(desk).getByText("6 seats: 6 free")).toBeVisible();
  await press(panel(desk).getByRole("button", { name: "Give as comps" }));
  await dialogOf(desk).getByRole("textbox", { name: "Given to" }).fill("Ann");
  await press(dialogOf(desk).getByRole("button", { name: "Give 6 seats away" }));
  await expect(desk.getByText("6 seats were given away to Ann.").first()).toBeVisible();

  // By keyboard on the map.
  await press(desk.getByRole("button", { name: "Move the map by dragging" }));
  const current = desk.getByRole("grid", { name: "Seats" }).locator("[tabindex='0']");
  await current.focus();
  await desk.keyboard.press("ArrowRight");
  await desk.keyboard.press("Enter");
  await expect(panel(desk).getByText(/^1 seat: 1 free$/)).toBeVisible();
  await desk.keyboard.press("Enter");
  await expect(panel(desk).getByText(/^Choose seats in the list/)).toBeVisible();

  await choose(desk, "Stalls", "C", "2", 1);
  await press(panel(desk).getByRole("button", { name: /^Give back chosen 1 seat/ }));
  await press(dialogOf(desk).getByRole("button", { name: "Give back 1 seat" }));
  await expect(desk.getByText("1 seat was given back.").first()).toBeVisible();
  await expect(seatOn(desk, "Stalls, Row C, seat 2")).toHaveAccessibleName(/Free/);
});
