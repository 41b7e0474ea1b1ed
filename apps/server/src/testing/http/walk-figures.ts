import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";

type Body = Record<string, unknown>;
type Ask = (status: number, method: string, path: string, sent?: { token?: string }) => Promise<Body>;

/** The figures of an event of which two seats were sold in four requests. */
export async function readFigures(body: Ask, event_id: unknown, token: string): Promise<void> {
  const figures = await readCounted(() => body(200, "GET", `/events/${event_id}/analytics`, { token }), 4);
  const counted = [figures.seats_sold, figures.revenue, figures.hold_attempts, figures.failed_holds];
  if (!isDeepStrictEqual(counted, [2, 9000, 4, 1])) throw new Error(`The figures are ${counted}, not 2, 9000, 4, 1`);
  for (const list of ["seats", "bookings", "revenue", "users"]) {
    await body(200, "GET", `/events/${event_id}/analytics/${list}`, { token });
  }
  expectCount(await body(200, "GET", "/analytics/events", { token }), 1);
}

/** A hold is counted shortly after its response: reads the figures until they include all requests. */
async function readCounted(read: () => Promise<Body>, holds: number): Promise<Body> {
  let figures = await read();
  for (let attempt = 0; figures.hold_attempts !== holds && attempt < 50; attempt++) {
    await setTimeout(50);
    figures = await read();
  }
  return figures;
}

export function expectCount({ items }: Body, count: number): void {
  if (!Array.isArray(items) || items.length !== count)
    throw new Error(`There should be ${count}: ${JSON.stringify(items)}`);
}
