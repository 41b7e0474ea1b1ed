import { countWrites, type WriteCount } from "@evently/core/testing/count-writes";
import { openCore } from "@evently/core/testing/open-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openApp, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let writes: WriteCount;
let guest: string;

beforeAll(async () => {
  writes = countWrites();
  app = await openApp({ core: await openCore({ wrap: writes.wrap }) });
  guest = (await app.startGuest()).token;
});
afterAll(() => app.core.close());
beforeEach(() => writes.reset());

describe("a refusal that writes nothing", () => {
  const withLength = (raw: string) => ({
    raw,
    headers: { "content-type": "application/json", "content-length": String(raw.length) },
  });
  const bodyOf = (kB: number) => withLength(JSON.stringify({ x: "x".repeat(kB * 1024) }));

  it.each([
    ["POST", "/session/guest", 16],
    ["POST", "/venue", 32],
    ["POST", "/events", 640],
    ["PATCH", "/events/event-99999", 640],
    ["POST", "/venue/venue-99999/seats", 4096],
    ["POST", "/trpc/venue.create", 32],
    ["POST", "/trpc/event.create", 640],
  ] as const)("of a body that is too large for %s %s", async (method, path, kB) => {
    const { token } = await app.signUp("organizer");
    writes.reset();
    const answer = await app.call(method, path, { token, ...bodyOf(kB) });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain(`The request body is larger than ${kB} kB.`);
    expect((await app.call(method, path, { token, ...bodyOf(kB - 1) })).status).not.toBe(413);
    expect(writes.count()).toBe(0);
  });

  it.each([
    ["/venue/venue-99999/seats", "/trpc/venue.addSeats"],
    ["/events", "/trpc/event.create"],
  ])("of a stranger and a guest, before the body of %s or %s is read", async (...paths) => {
    for (const path of paths) {
      for (const options of [bodyOf(5_000), withLength("{")]) {
        expect((await app.call("POST", path, options)).status, path).toBe(401);
        expect((await app.call("POST", path, { token: guest, ...options })).status, path).toBe(403);
      }
    }
    expect(writes.count()).toBe(0);
  });
});
