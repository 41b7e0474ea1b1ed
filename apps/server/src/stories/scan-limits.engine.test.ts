import { errorRegistry } from "@evently/core/errors";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

const failure = { error: errorRegistry.RATE_LIMITED.text, error_code: "RATE_LIMITED", details: {} };

let core: TestCore;
let app: TestApp;

beforeAll(async () => {
  core = await openCore();
});
afterAll(() => core.close());
beforeEach(async () => {
  // Only the limiter's clock: the table's client waits by the others.
  vi.useFakeTimers({ toFake: ["performance"] });
  app = await openApp({ core, RATE_LIMIT_PER_SECOND: 10 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("scans that a door's devices merge", () => {
  let path: string;
  const keys: string[] = [];
  beforeAll(async () => {
    const open = await openApp({ core });
    const { event_id, organizer } = await openSale(open);
    const event = `/events/${event_id}`;
    const { end_time: until } = (await open.call("GET", event)).body;
    const { token } = organizer;
    const make = () => open.call("POST", `${event}/door-keys`, { token, body: { name: "North", until } });
    for (let n = 0; n < 13; n++) keys.push(String((await make()).body.key));
    path = `${event}/check-ins`;
  });

  const merge = (token: string | undefined, count: number, from = "203.0.113.60") => {
    const scans = Array.from({ length: count }, (_, n) => ({ code: `E1.forged.${n}`, device: "one" }));
    return app.call("POST", path, { token, from, body: { scans } });
  };

  it("count by their number: hundreds of three devices at once are taken, thousands are put off for as long as said", async () => {
    const [key, other] = keys;
    for (const { status, body } of await Promise.all([1, 2, 3].map(() => merge(key, 200))))
      expect([status, (body.items as unknown[]).length]).toEqual([200, 200]);
    expect([await merge(key, 500), await merge(key, 400)].map(({ status }) => status)).toEqual([200, 200]);
    const refused = await merge(key, 500);
    expect([refused.status, refused.body]).toEqual([429, failure]);
    expect(refused.headers.get("retry-after")).toBe("25");
    expect((await app.call("GET", path, { token: key })).status).toBe(200);
    expect((await merge(other, 500)).status).toBe(200);
    vi.advanceTimersByTime(25_000);
    expect((await merge(key, 500)).status).toBe(200);
  });

  it("are put off over tRPC in the same way", async () => {
    const scans = Array.from({ length: 500 }, () => ({}));
    const event_id = path.split("/")[2];
    const headers = { "content-type": "application/json" };
    const send = () => app.call("POST", "/trpc/door.checkIn", { token: keys[0], headers, body: { event_id, scans } });
    expect([await send(), await send(), await send()].map(({ status }) => status)).toEqual([200, 200, 200]);
    const refused = await send();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "25"]);
  });

  it("of many keys are together those of their network", async () => {
    const statuses = [];
    for (const key of keys.slice(0, 12)) statuses.push((await merge(key, 500, "203.0.113.61")).status);
    expect(statuses).toEqual([...Array(11).fill(200), 429]);
    expect((await merge(keys[12], 500, "203.0.113.62")).status).toBe(200);
  });
});
