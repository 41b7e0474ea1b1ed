import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";
import { createLogger } from "./logger.ts";

type Line = { level: number; msg: string; request_id?: string };

const levels = { debug: 20, info: 30, warn: 40, error: 50 };
const email = "someone@example.org";
const from = "203.0.113.5";
const cookie = "evently_session=cookie-of-someone";

let core: TestCore;
let app: TestApp;
let person: { token: string; user_id: string };
let text = "";

beforeAll(async () => {
  core = await openCore();
  const write = (line: string) => {
    text += line;
  };
  const logger = createLogger({ APP_NAME: "Evently", DEBUG: true }, { write });
  core.reportError = (message, details) => logger.error(details, message);
  app = await openApp({ core, logger });
});
afterAll(() => core.close());

const lines = (): Line[] => text.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : []));

/** The lines that `work` makes. */
async function during(work: () => Promise<unknown>): Promise<Line[]> {
  const before = lines().length;
  await work();
  return lines().slice(before);
}

/** While the engine answers every request with this error. */
async function failing(error: Error, work: () => Promise<unknown>): Promise<unknown> {
  // Past what the process remembers of sessions.
  core.clock.advance(2);
  const { send } = core.table;
  core.table.send = (() => Promise.reject(error)) as typeof send;
  return work().finally(() => {
    core.table.send = send;
  });
}

/** While each request to the table takes so many milliseconds, and nothing else any, by the clock that requests are timed with. */
async function taking(ms: number, work: () => Promise<unknown>): Promise<unknown> {
  const { now } = performance;
  const { send } = core.table;
  let time = performance.now();
  performance.now = () => time;
  core.table.send = ((command: never) => {
    time += ms;
    return send(command);
  }) as typeof send;
  return work().finally(() => {
    performance.now = now;
    core.table.send = send;
  });
}

it("a successful request is a debug line with its route, status and request id", async () => {
  let request_id: string | null = null;
  const written = await during(() =>
    taking(0, async () => {
      request_id = (await app.call("GET", "/venue/venue-99999")).headers.get("x-request-id");
    }),
  );
  expect(written).toEqual([
    expect.objectContaining({
      level: levels.debug,
      request_id,
      method: "GET",
      route: "/venue/{venue_id}",
      status: 404,
      ms: 0,
    }),
  ]);
});

it("a server error is logged with its error and as its request, under one id", async () => {
  const written = await during(() => failing(new TypeError("broken"), () => app.call("GET", "/venue/venue-00001")));
  expect(written.map(({ level, msg }) => [level, msg])).toEqual([
    [levels.error, "a request failed"],
    [levels.warn, "answered"],
  ]);
  expect(new Set(written.map(({ request_id }) => request_id)).size).toBe(1);
});

it("a request that takes a second is logged even if it succeeded", async () => {
  const quick = await during(() => taking(999, () => app.call("GET", "/db-test")));
  expect(quick).toEqual([expect.objectContaining({ level: levels.debug, route: "/db-test", ms: 999 })]);
  const slow = await during(() => taking(1_000, () => app.call("GET", "/db-test")));
  expect(slow).toEqual([expect.objectContaining({ level: levels.info, route: "/db-test", status: 200, ms: 1_000 })]);
});

it("no line contains personal data: e-mail, token, cookie, address or user input", async () => {
  const { event_id } = await openSale(app);
  person = await app.signUp("attendee");
  const who = { token: person.token, headers: { cookie, "x-forwarded-for": from, "user-agent": "A browser" }, from };
  const user = { email, name: "Some One", phone: "+1 555 0100" };
  const asks = async () => {
    await app.call("POST", "/user", { ...who, token: undefined, body: { ...user, role: "attendee" } });
    await app.call("POST", "/session/guest", { body: { email }, from });
    await app.call("GET", `/user/${email}`, who);
    await app.call("GET", `/events?search=${email}&city=Somewhere`, who);
    await app.call("GET", `/${email}/confirm`, who);
    await app.call("GET", `/trpc/${email}`, who);
    await app.call("POST", "/user", { ...who, raw: `{"email": "${email}` });
    await app.call("POST", `/events/${event_id}/hold`, { ...who, body: { seats: ["A-1"], name: "Some One" } });
    await app.call("POST", "/trpc/user.create", { ...who, body: { email, unknown: "Some One" } });
  };
  await asks();
  const said = new Error(`The item email-${email} at ${event_id} is not as expected`, { cause: new Error(email) });
  await failing(Object.assign(said, { Item: { email, token: person.token } }), asks);
  await failing(
    Object.assign(new Error(email), { name: "ValidationException", $metadata: { httpStatusCode: 400 } }),
    asks,
  );

  const failed = lines().filter(({ level }) => level === levels.error);
  expect(failed.length).toBeGreaterThan(5);
  const typed = ["@", "example.org", "Some One", "Somewhere", "555 0100", "cookie-of", "A browser"];
  for (const secret of [...typed, from, person.token]) expect(text, secret).not.toContain(secret);
});
