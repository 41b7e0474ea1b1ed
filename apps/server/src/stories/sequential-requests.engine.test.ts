import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";
import { traceRequests } from "../testing/http/trace-requests.ts";

/** Requests to the table that a request to the API may wait for one after the other, its session's among them. */
const mostForHold = 1;
const mostForConfirm = 3;

/** Ids are leased in blocks of 64, the next one when half is left: no lease falls into what follows these. */
const warmUp = 16;
const measured = 5;

const trace = traceRequests();
let core: TestCore;
let app: TestApp;
let token: string;
let event_id: string;

beforeAll(async () => {
  core = await openCore({ wrap: trace.wrap });
  app = await openApp({ core });
  ({ event_id } = await openSale(app));
  ({ token } = await app.startGuest());
  for (let seat = 1; seat <= warmUp; seat++) await buy(seat);
});
afterAll(() => core.close());

/** Buys a seat of rows A and B; answers the requests that its hold and its payment waited for. */
async function buy(seat: number): Promise<{ hold: string[]; confirm: string[] }> {
  const seats = [seat <= 15 ? `A-${seat}` : `B-${seat - 15}`];
  const held = await trace.during(() => app.call("POST", `/events/${event_id}/hold`, { token, body: { seats } }));
  expect(held.answer.status).toBe(201);
  // That it was requested is counted after the answer.
  await core.background.settled();
  const body = { payment: { token: "tok_visa" } };
  const path = `/${held.answer.body.holding_id}/confirm`;
  const paid = await trace.during(() => app.call("POST", path, { token, body }));
  expect(paid.answer.status).toBe(200);
  // The capture follows the answer, and would fall into the next purchase.
  await core.background.settled();
  return { hold: held.chain, confirm: paid.chain };
}

function expectAtMost(most: number, chain: string[]): void {
  expect(chain.length, chain.join(", ")).toBeLessThanOrEqual(most);
  expect(chain).toContainEqual(expect.stringMatching(/^TransactWrite of /));
}

it("a hold and a payment wait for few sequential requests", async () => {
  for (let i = 1; i <= measured; i++) {
    const { hold, confirm } = await buy(warmUp + i);
    expectAtMost(mostForHold, hold);
    expectAtMost(mostForConfirm, confirm);
  }
});
