import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";
import { openPrivateWorld, type PrivateWorld } from "../testing/http/open-private-world.ts";

let app: TestApp;
let world: PrivateWorld;

beforeAll(async () => {
  app = await openApp();
  world = await openPrivateWorld(app.call);
  await app.core.catalog.follow();
});
afterAll(() => app.core.close());

const read = (path: string, headers: Record<string, string> = {}) => app.call("GET", path, { headers });

describe("a public response to an anonymous request", () => {
  it("may be cached briefly and has an ETag", async () => {
    for (const path of world.publicPaths) {
      const { status, headers, text } = await read(path);
      const age = path.endsWith("/seats") && path.startsWith("/events/") ? 1 : 5;
      expect([path, status, headers.get("cache-control")]).toEqual([path, 200, `public, max-age=${age}`]);
      expect(headers.get("vary")).toBe("Origin, Cookie, Authorization");
      const etag = String(headers.get("etag"));
      expect(text).not.toBe("");
      expect(await read(path, { "if-none-match": etag })).toMatchObject({ status: 304, text: "" });
    }
  });

  it("has another ETag once it changed", async () => {
    const { organizer, event_id } = await openSale(app);
    const path = `/events/${event_id}`;
    const etag = String((await read(path)).headers.get("etag"));
    await app.call("POST", `${path}/pause`, { token: organizer.token });
    const changed = await read(path, { "if-none-match": etag });
    expect([changed.status, changed.body.status]).toEqual([200, "paused"]);
  });
});

describe("the list of an event's seats", () => {
  it("is not serialized for a matching ETag, and always sent in full to a signed-in caller", async () => {
    const { organizer, event_id } = await openSale(app);
    const path = `/events/${event_id}/seats`;
    const etag = String((await read(path)).headers.get("etag"));
    const { seatLists } = app.core;
    let written = 0;
    const get: typeof seatLists.get = (...asked) => {
      const list = seatLists.get(...asked);
      const write = () => {
        written++;
        return list.write();
      };
      return Object.assign(Object.create(list), { write });
    };
    app.core.seatLists = { get };
    expect(await read(path, { "if-none-match": etag })).toMatchObject({ status: 304, text: "" });
    expect(written).toBe(0);
    const known = { "if-none-match": etag, authorization: `Bearer ${organizer.token}` };
    const { status, headers, body } = await read(path, known);
    expect([status, headers.get("etag"), (body.items as unknown[]).length]).toEqual([200, null, 30]);
    expect(written).toBe(1);
    app.core.seatLists = seatLists;
  });
});

describe("private responses never reach another user", () => {
  it("after A's requests by token and cookie, B and anonymous callers get the same bytes as before", async () => {
    for (const path of [...world.publicPaths, ...world.own.map(({ path }) => path)]) {
      const before = [await spell(path), await spell(path, world.asB)];
      for (const asA of world.asA) {
        const { status, headers } = await read(path, asA);
        expect([path, status, headers.get("cache-control"), headers.get("etag")]).toEqual([
          path,
          200,
          "private, no-store",
          null,
        ]);
      }
      expect([path, await spell(path), await spell(path, world.asB)]).toEqual([path, ...before]);
    }
  });

  it("A's private paths are refused to B and to anonymous callers", async () => {
    for (const { path, toB, toNobody } of world.own) {
      const statuses = [(await read(path, world.asB)).status, (await read(path)).status];
      expect([path, ...statuses]).toEqual([path, toB, toNobody]);
    }
  });
});

/** All of an answer but the request's id. */
async function spell(path: string, headers?: Record<string, string>): Promise<string> {
  const answer = await read(path, headers);
  return JSON.stringify([answer.status, [...answer.headers].filter(([name]) => name !== "x-request-id"), answer.text]);
}
