import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;

beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.core.close());

describe("the process", () => {
  it("reports that it and its table are available", async () => {
    const health = await app.call("GET", "/health");
    expect([health.status, health.body]).toEqual([
      200,
      { status: "ok", service: "Evently", version: "0.0.0", payments: "test" },
    ]);
    const table = await app.call("GET", "/db-test");
    expect([table.status, table.body.status, table.body.table]).toEqual([200, "ok", app.core.table.name]);
  });

  it("reports on its table to programs on its machine, and to nobody else unless it is a demo", async () => {
    const through = { "x-forwarded-for": "127.0.0.1" };
    const asked = [{ headers: through }, { from: "10.0.0.9" }, { from: "203.0.113.5" }];
    const demo = await openApp({ core: app.core, SEED_DEMO: true });
    for (const call of asked) {
      const refused = await app.call("GET", "/db-test", call);
      expect([refused.status, refused.body.error_code]).toEqual([404, "NOT_FOUND"]);
      expect((await demo.call("GET", "/db-test", call)).body.status).toBe("ok");
    }
  });

  it("does nothing for a client that has hung up", async () => {
    const asked = new Request("http://api.test/session/guest", { method: "POST" });
    const answer = await app.serve(asked, { incoming: { socket: { remoteAddress: undefined } } as never });
    expect([answer.status, await answer.text()]).toEqual([400, ""]);
  });

  it("reports that its table is unavailable with 503", async () => {
    const { send } = app.core.table;
    app.core.table.send = (() =>
      Promise.reject(Object.assign(new Error("no route"), { code: "ECONNREFUSED" }))) as typeof send;
    const table = await app.call("GET", "/db-test");
    app.core.table.send = send;
    expect([table.status, table.body.status]).toEqual([503, "unavailable"]);
  });

  it("reports that it drains while running requests finish", async () => {
    const ended = app.drain.begin(60_000);
    expect((await app.call("GET", "/health")).status).toBe(503);
    await ended;
  });
});
