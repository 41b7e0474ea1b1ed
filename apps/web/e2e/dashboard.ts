import { expect, type Page } from "@playwright/test";
import { press } from "./picker";

/** Opens the dashboard of an event and waits for its figures. */
export async function openDashboard(page: Page, event_id: string): Promise<void> {
  await page.goto(`/organizer/events/${event_id}`);
  await expect(page.getByText("Seats sold", { exact: true })).toBeVisible();
}

/** The value of each tile by its name. */
export function readTiles(page: Page): Promise<Record<string, string>> {
  return page
    .locator("main dl > div")
    .evaluateAll((tiles) =>
      Object.fromEntries(
        tiles.map((tile) => [tile.querySelector("dt")?.textContent ?? "", tile.querySelector("dd")?.textContent ?? ""]),
      ),
    );
}

/** Opens the table behind each of the charts. */
export async function openTables(page: Page): Promise<void> {
  for (const title of ["Sales over time", "From hold to booking", "Seats", "Revenue by seat type", "Buyers"]) {
    const panel = page.getByRole("region", { name: title, exact: true });
    await press(panel.locator("summary"));
    await expect(panel.getByRole("table")).toBeVisible();
  }
}

/** The cells of a table, row by row, without its head; `columns` picks some. */
export function readTable(page: Page, caption: string, columns?: readonly number[]): Promise<string[][]> {
  return page
    .getByRole("table", { name: caption })
    .locator("tbody tr, tfoot tr")
    .evaluateAll(
      (rows, picked) =>
        rows.map((row) => {
          const cells = [...(row as HTMLTableRowElement).cells].map(({ textContent }) => textContent ?? "");
          return picked ? picked.map((column) => cells[column] ?? "") : cells;
        }),
      columns,
    );
}
