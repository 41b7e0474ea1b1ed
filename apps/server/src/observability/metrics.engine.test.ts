import { deadShardOf } from "@evently/core/table/due-index";
import { keys } from "@evently/core/table/keys";
import { transact } from "@evently/core/table/transact";
import { createFaults } from "@evently/core/testing/faults";
import { id } from "@evently/core/testing/id";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { findFreePort, isPortTaken } from "@evently/local-db/port";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";
import { instrumentTable } from "./instrument-table.ts";
import { openTelemetry, type Telemetry } from "./telemetry.ts";

const faults = createFaults();
let telemetry: Telemetry;
let core: TestCore;
let app: TestApp;
let port: number;
let event_id: string;

beforeAll(async () => {
  port = await findFreePort();
  const settings = {
    APP_NAME: "Evently",
    METRICS_HOST: "127.0.0.1",
    METRICS_PORT: port,
    OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
  };
  telemetry = await openTelemetry(settings, "1.2.3", () => undefined);
  const { eventSink, instrumentation } = telemetry;
  core = await openCore({
    wrap: (table) => instrumentTable({ ...faults.wrap(table), ...(eventSink ? { eventSink } : {}) }, instrumentation),
  });
  app = await openApp({ core, instrumentation });
  ({ event_id } = await openSale(app));
  const died = { due_shard: deadShardOf("money"), due_at: "2026-11-22T05:04:10.000Z" };
  await transact(core.table, [{ put: { ...keys.payment(id.payment(1)), ...died } }]);
});
afterAll(async () => {
  await telemetry.end();
  await core.close();
});

const read = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

/** The value of a line such as `evently_holds_total{outcome="won"}`; 0 where there is none. */
async function readValue(line: string): Promise<number> {
  const found = (await read()).split("\n").find((row) => row.startsWith(`${line} `));
  return Number(found?.split(" ").at(-1) ?? 0);
}

const hold = (token: string, ...seats: string[]) =>
  app.call("POST", `/events/${event_id}/hold`, { token, body: { seats } });

describe("the metrics", () => {
  it("count holds won, lost and expired", async () => {
    const [winner, loser] = [await app.startGuest(), await app.startGuest()];
    expect((await hold(winner.token, "A-1")).status).toBe(201);
    core.clock.advance(core.rules.SEAT_HOLD_TTL + 2);
    expect((await hold(winner.token, "A-2")).status).toBe(201);
    expect((await hold(loser.token, "A-2")).status).toBe(409);
    await telemetry.begin(core);
    const expired = () => readValue('evently_holds_total{outcome="expired"}');
    await expect.poll(expired).toBe(1);
    expect(await readValue('evently_holds_total{outcome="won"}')).toBe(2);
    expect(await readValue('evently_holds_total{outcome="lost"}')).toBe(1);
  });

  it("count requests by route and status over tRPC and REST, and procedures by their result code", async () => {
    const count = (method: string, route: string, status: number) =>
      readValue(`evently_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`);
    const procedure = (name: string, code: string) =>
      readValue(`evently_procedure_duration_seconds_count{procedure="${name}",code="${code}"}`);
    const before = await procedure("event.get", "OK");
    await app.call("GET", `/events/${event_id}`);
    await app.call("GET", "/events/event-99999");
    const input = encodeURIComponent(JSON.stringify({ event_id }));
    await app.call("GET", `/trpc/event.get?input=${input}`);
    expect(await count("GET", "/events/{event_id}", 200)).toBe(1);
    expect(await count("GET", "/events/{event_id}", 404)).toBe(1);
    expect(await count("GET", "/trpc/event.get", 200)).toBe(1);
    expect(await procedure("event.get", "OK")).toBe(before + 2);
    expect(await procedure("event.get", "EVENT_NOT_FOUND")).toBe(1);
    expect(await readValue("evently_http_requests_in_flight")).toBe(0);
  });

  it("count the table's transactions in flight, conflicts and retried writes", async () => {
    const { token } = await app.startGuest();
    const conflicts = await readValue("evently_table_conflicts_total");
    const repeats = await readValue("evently_table_repeats_total");
    faults.plan((i) => (i < 8 ? "conflict" : null));
    expect((await hold(token, "B-1")).status).toBe(201);
    faults.end();
    expect(await readValue("evently_table_conflicts_total")).toBeGreaterThan(conflicts);
    expect(await readValue("evently_table_repeats_total")).toBeGreaterThan(repeats);
    expect(await readValue('evently_table_requests_in_flight{operation="TransactWrite"}')).toBe(0);
    const done = 'evently_table_request_duration_seconds_count{operation="TransactWrite",outcome="done"}';
    expect(await readValue(done)).toBeGreaterThan(2);
    expect(await readValue(done.replace("done", "refused"))).toBeGreaterThan(0);
  });

  it("count a transaction as in flight while it runs", async () => {
    const inFlight = 'evently_table_requests_in_flight{operation="TransactWrite"}';
    let duringRead = -1;
    await telemetry.instrumentation.aroundSend("TransactWrite", async () => {
      duringRead = await readValue(inFlight);
    });
    expect([duringRead, await readValue(inFlight)]).toEqual([1, 0]);
  });

  it("show how much scheduled work is dead, by kind", async () => {
    const dead = (kind: string) => readValue(`evently_dead_work{kind="${kind}"}`);
    await expect.poll(() => dead("money")).toBe(1);
    expect(await read()).toContain('evently_dead_work{kind="bulk"} 0');
  });

  it("show how full the catalog is, and what is left out", async () => {
    await core.catalog.load();
    expect(await readValue("evently_catalog_events")).toBe(1);
    expect(await readValue("evently_catalog_left_out_events")).toBe(0);
    const bytes = await readValue("evently_catalog_bytes");
    expect(bytes).toBeGreaterThan(1_000);
    expect(await readValue("evently_catalog_budget_bytes")).toBeGreaterThan(bytes);
  });

  it("count viewers of maps, each once", async () => {
    // The clock by which who looked is forgotten; the table's client waits by the others.
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const input = encodeURIComponent(JSON.stringify({ event_id }));
    for (const from of ["203.0.113.5", "203.0.113.6", "203.0.113.5"])
      expect((await app.call("GET", `/trpc/seat.map?input=${input}`, { from })).status).toBe(200);
    expect(await readValue("evently_live_viewers")).toBe(2);
    vi.advanceTimersByTime(5_000);
    expect(await readValue("evently_live_viewers")).toBe(0);
  });

  it("describe the process, its event loop too", async () => {
    const text = await read();
    for (const name of ["process_cpu_seconds_total", "nodejs_eventloop_lag_p99_seconds", "nodejs_heap_size_used_bytes"])
      expect(text).toContain(`\n${name} `);
  });

  it("contain no user input, ids or addresses", async () => {
    const { token, user_id } = await app.signUp("attendee");
    const typed = "someone@example.org";
    await app.call("GET", `/${typed}`, { from: "203.0.113.77" });
    await app.call("GET", `/trpc/${typed}`);
    await app.call("GET", `/events?search=${typed}`);
    await app.call("PROPFIND", `/events/${typed}`);
    await app.call("GET", `/user/${user_id}`, { token, headers: { cookie: "evently_session=secret" } });
    const text = await read();
    expect(text).toContain('route="/user/{user_id}"');
    expect(text).toContain('method="other",route="unknown"');
    for (const secret of ["example.org", "203.0.113", user_id, token, event_id, "PROPFIND", "secret"])
      expect(text).not.toContain(secret);
  });

  it("share their port with /db-test alone, which closes at the end", async () => {
    const other = await fetch(`http://127.0.0.1:${port}/health`);
    expect([other.status, await other.text()]).toEqual([404, "Only /metrics and /db-test are here.\n"]);
    const table = await fetch(`http://127.0.0.1:${port}/db-test`);
    expect([table.status, await table.json()]).toEqual([200, expect.objectContaining({ table: core.table.name })]);
    const second = await openTelemetry(
      { APP_NAME: "Second", METRICS_HOST: "127.0.0.1", METRICS_PORT: port, OTEL_EXPORTER_OTLP_ENDPOINT: undefined },
      "1",
      () => undefined,
    );
    await expect(second.begin(core)).rejects.toThrow(
      `Port ${port} is taken: end what listens there, or set METRICS_PORT.`,
    );
    await telemetry.end();
    expect(await isPortTaken(port)).toBe(false);
  });
});

it("are off without a port", async () => {
  const off = {
    APP_NAME: "Evently",
    METRICS_HOST: "127.0.0.1",
    METRICS_PORT: 0,
    OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
  };
  const silent = await openTelemetry(off, "1.2.3", () => undefined);
  expect(silent.eventSink).toBeUndefined();
  await silent.begin(core);
  await silent.end();
});
