import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { findFreePort } from "@evently/local-db/port";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";
import { openUpstream, type Upstream } from "../testing/nginx/open-upstream.ts";
import { instrumentTable } from "./instrument-table.ts";
import { openTelemetry, type Telemetry } from "./telemetry.ts";

type Value = { stringValue?: string; intValue?: number };
type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: Value }[];
  status: { code?: number; message?: string };
};

const client = 3;
const failed = 2;
const caller = { trace: "0af7651916cd43dd8448eb211c80319c", span: "b7ad6b7169203331" };
const traceparent = `00-${caller.trace}-${caller.span}-01`;
const bodies: string[] = [];

let collector: Upstream;
let core: TestCore;
let app: TestApp;
let telemetry: Telemetry;
let spans: Span[];
let person: { token: string; user_id: string };

const fail = (message: string) => {
  throw new Error(message);
};

beforeAll(async () => {
  collector = await openUpstream((incoming, answer) => {
    let body = "";
    incoming.setEncoding("utf8").on("data", (part: string) => {
      body += part;
    });
    incoming.once("end", () => {
      bodies.push(body);
      answer.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  const endpoint = `http://127.0.0.1:${collector.port}`;
  const settings = {
    APP_NAME: "Evently",
    METRICS_HOST: "127.0.0.1",
    METRICS_PORT: 0,
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  };
  telemetry = await openTelemetry(settings, "1.2.3", fail);
  core = await openCore({ wrap: (table) => instrumentTable(table, telemetry.instrumentation) });
  app = await openApp({ core, instrumentation: telemetry.instrumentation });
  const { event_id } = await openSale(app);
  person = await app.signUp("attendee");
  const { token } = person;
  const headers = { traceparent, cookie: "evently_session=secret" };
  await app.call("POST", `/events/${event_id}/hold`, { token, headers, body: { seats: ["A-1"] }, from: "203.0.113.5" });
  await app.call("GET", "/someone@example.org");
  const { send } = core.table;
  core.table.send = (() => Promise.reject(new TypeError("someone@example.org"))) as typeof send;
  await app.call("GET", "/venue/venue-00001");
  core.table.send = send;
  await core.holdRequests.resend();
  await telemetry.end();
  spans = bodies.flatMap((body) => JSON.parse(body).resourceSpans).flatMap(readSpans);
});
afterAll(async () => {
  await collector.close();
  await core.close();
});

function readSpans({ scopeSpans }: { scopeSpans: { spans: Span[] }[] }): Span[] {
  return scopeSpans.flatMap((scope) => scope.spans);
}

function find(name: string): Span {
  const span = spans.find((span) => span.name === name);
  if (!span) throw new Error(`no span ${name} among ${spans.map(({ name }) => name)}`);
  return span;
}

const attributesOf = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

it("a request is one span with its route, status and id, sent to the collector's traces path", () => {
  expect(new Set(collector.seen.map(({ url }) => url))).toEqual(new Set(["/v1/traces"]));
  expect(attributesOf(find("POST /events/{event_id}/hold"))).toEqual({
    "http.request.method": "POST",
    "http.route": "/events/{event_id}/hold",
    "http.response.status_code": 201,
    "evently.request_id": expect.any(String),
  });
  expect(bodies.join()).toContain('"service.name"');
});

it("a request continues the caller's trace", () => {
  const span = find("POST /events/{event_id}/hold");
  expect([span.traceId, span.parentSpanId]).toEqual([caller.trace, caller.span]);
  expect(find("GET unknown").traceId).not.toBe(caller.trace);
});

it("a request's table operations are children of its span", () => {
  const parent = find("POST /events/{event_id}/hold");
  const children = spans.filter(({ parentSpanId }) => parentSpanId === parent.spanId);
  expect(children.map(({ name }) => name)).toContain("TransactWrite");
  for (const child of children) {
    expect([child.traceId, child.kind]).toEqual([caller.trace, client]);
    expect(attributesOf(child)).toEqual({ "db.system.name": "aws.dynamodb", "db.operation.name": child.name });
  }
});

it("a failed span has only the error's name", () => {
  const broken = find("GET /venue/{venue_id}");
  expect([attributesOf(broken)["http.response.status_code"], broken.status.code]).toEqual([503, failed]);
  expect(find("GET unknown").status.code ?? 0).toBe(0);
});

it("no span contains the caller or user input", () => {
  const exported = bodies.join();
  for (const secret of ["example.org", "203.0.113", "secret", person.token, person.user_id, "A-1"])
    expect(exported).not.toContain(secret);
});

it("an unreachable collector delays neither requests nor shutdown, and is reported", async () => {
  const port = await findFreePort();
  const settings = { APP_NAME: "Evently", METRICS_HOST: "127.0.0.1", METRICS_PORT: 0 };
  const at = { ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` };
  const reports: string[] = [];
  const unheard = await openTelemetry(at, "1", (message) => reports.push(message));
  const incoming = { method: "GET", headers: new Headers(), request_id: "r-1" };
  const answered = { route: "/events", status: 200 };
  expect(await unheard.instrumentation.aroundRequest(incoming, async () => answered)).toEqual(answered);
  await unheard.end();
  expect(reports.join()).toContain("traces were not taken");
});
