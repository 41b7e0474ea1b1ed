import { MailFailure } from "@evently/core/mail/mail-failure";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { scanTable } from "@evently/core/testing/scan-table";
import { letTimePass } from "@evently/core/testing/settle-everything";
import { acceptAll, createTestMailer } from "@evently/core/testing/test-mailer";
import { testSecrets, testTicketKeys } from "@evently/core/testing/test-secrets";
import { findFreePort } from "@evently/local-db/port";
import { afterAll, beforeAll, expect, it } from "vitest";
import { own } from "../testing/http/browser-session.ts";
import { type Accounts, openAccounts } from "../testing/http/open-accounts.ts";
import { openApp, type TestApp } from "../testing/http/open-app.ts";
import { openUpstream, type Upstream } from "../testing/nginx/open-upstream.ts";
import { instrumentTable } from "./instrument-table.ts";
import { createLogger } from "./logger.ts";
import { openTelemetry } from "./telemetry.ts";

const email = "hidden-person@example.org";
const name = "Hidden Person";
const from = "203.0.113.91";
const mailer = createTestMailer();

/** All that this process says to whoever runs it. */
const said = { logs: "", traces: "", metrics: "" };
/** What opens something by itself, or makes what does. */
const openers: string[] = [testSecrets.TICKET_KEYS, ...testTicketKeys.map(({ key }) => key)];
/** Who is nobody's business. */
const names: string[] = [name, "hidden-person", from];

/** The whole table, with the answers that are kept for an Idempotency-Key. */
let records = "";

let collector: Upstream;
let core: TestCore;
let app: TestApp;

beforeAll(async () => {
  collector = await openUpstream((incoming, answer) => {
    incoming.setEncoding("utf8").on("data", (part: string) => {
      said.traces += part;
    });
    incoming.once("end", () => answer.writeHead(200, { "content-type": "application/json" }).end("{}"));
  });
  const METRICS_PORT = await findFreePort();
  const telemetry = await openTelemetry(
    {
      ...{ APP_NAME: "Evently", METRICS_HOST: "127.0.0.1", METRICS_PORT },
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.port}`,
    },
    "1",
    (message) => {
      throw new Error(message);
    },
  );
  const write = (line: string) => {
    said.logs += line;
  };
  const logger = createLogger({ APP_NAME: "Evently", DEBUG: true }, { write });
  core = await openCore({ mailer, wrap: (table) => instrumentTable(table, telemetry.instrumentation) });
  core.reportError = (message, details) => logger.error(details, message);
  app = await openApp({ core, logger, instrumentation: telemetry.instrumentation });
  await telemetry.begin(core);
  await live();
  records = JSON.stringify(await scanTable(core.table));
  said.metrics = await (await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`)).text();
  await telemetry.end();
});
afterAll(async () => {
  await collector.close();
  await core.close();
});

/** While the table fails with an error that quotes keys, as an engine's may. */
async function failing(quoted: string[], work: () => Promise<unknown>): Promise<void> {
  // Past what the process remembers of sessions.
  core.clock.advance(2);
  const { send } = core.table;
  core.table.send = (() => Promise.reject(new Error(`No item has ${quoted.join(", ")}`))) as typeof send;
  await work().finally(() => {
    core.table.send = send;
  });
}

/** Mails that a server puts off, and then takes. */
async function sendMails(): Promise<void> {
  mailer.answer = () => {
    throw new MailFailure(451);
  };
  await letTimePass(core, 1);
  mailer.answer = acceptAll;
  await letTimePass(core, 40);
}

type Call = (method: string, path: string, more?: object) => ReturnType<TestApp["call"]>;

/** A door with a key, and a ticket that is scanned there in every way, as it should be and not. */
async function openDoor(accounts: Accounts, token: string) {
  const { booking_id } = await accounts.book(token);
  const { event_id } = (await app.call("GET", `/bookings/${booking_id}`, { token })).body;
  const organizer = { token: accounts.sale.organizer.token };
  const { items } = (await app.call("GET", `/bookings/${booking_id}/tickets`, { token })).body as {
    items: { code: string; seat_pos: string }[];
  };
  const [{ code, seat_pos } = { code: "", seat_pos: "" }] = items;
  const door = `/events/${event_id}`;
  const { end_time: until } = (await app.call("GET", door)).body;
  const made = await app.call("POST", `${door}/door-keys`, { ...organizer, body: { name: "North", until } });
  const key = String(made.body.key);
  const forged = code.replace(/.$/, (letter) => (letter === "A" ? "B" : "A"));
  openers.push(key, key.split(".").at(-1) ?? "", ...items.map((ticket) => ticket.code), forged);
  async function visit(call: Call): Promise<void> {
    const headers = { "content-type": "application/json" };
    for (const opened of [organizer, { token: key }]) {
      const keyed = { ...opened, from, headers: { "idempotency-key": "once" } };
      await app.call("POST", `${door}/check-ins`, { ...keyed, body: { code } });
      for (const body of [
        { code: forged },
        { code },
        { code },
        { scans: [{ code }, { code: forged }, {}] },
        { code: { code } },
      ])
        await call("POST", `${door}/check-ins`, { ...opened, body });
      await app.call("POST", "/trpc/door.checkIn", { ...opened, from, headers, body: { event_id, code } });
      for (const path of ["check-ins", `check-ins?cursor=${code}`, "door", "door-list", "door-keys"])
        await call("GET", `${door}/${path}`, opened);
    }
    await call("GET", `${door}/check-ins`, { token: `${key}x` });
    await call("GET", `/bookings/${booking_id}/tickets.pdf`, { token });
    await call("GET", `/door/${event_id}?key=${key}`);
    const issued = await call("POST", `/bookings/${booking_id}/tickets/${seat_pos}/reissue`, organizer);
    if (issued.body.code) openers.push(String(issued.body.code));
  }
  return { key, code, visit };
}

/** All that has to do with an address, a mail, a code, a token or a link, once as it should be and once while all fails. */
async function live(): Promise<void> {
  const accounts = await openAccounts(app);
  const guest = await app.call("POST", "/session/guest", { headers: own, from, body: { email } });
  const token = String(guest.body.token);
  const { booking_id } = await accounts.book(token);
  const { link } = (await app.call("GET", `/bookings/${booking_id}`, { token, from })).body;
  const asked = [await accounts.ask(email), await accounts.ask(email)];
  openers.push(token, String(link));
  names.push(...asked.flatMap((request) => Object.values(request)));
  const [byCode, byLink] = asked.map(({ request_id, code, ...shown }) => ({ code: { request_id, code }, link: shown }));
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const call = (method: string, path: string, more: object = {}) =>
    app.call(method, path, { from, ...more, headers: { traceparent, "user-agent": "Firefox/140.0" } });
  const door = await openDoor(accounts, token);
  const visit = async () => {
    await door.visit(call);
    await call("GET", `/tickets/${link}/tickets.pdf`);
    await call("POST", "/session", { body: { email } });
    await call("POST", "/trpc/session.describe", { body: byLink?.link });
    const signedIn = await call("POST", "/session/confirm", { token, body: byCode?.code });
    await call("POST", "/session/confirm", { body: byLink?.link });
    await call("POST", "/session/confirm", { body: { ...byCode?.code, code: "000000" } });
    const account = { token: String(signedIn.body.token) };
    openers.push(account.token);
    const { user_id } = (signedIn.body.user ?? {}) as { user_id?: string };
    await call("POST", "/user", { body: { email, name } });
    await call("GET", "/session", account);
    await call("GET", `/tickets/${link}`);
    await call("GET", `/trpc/ticket.get?input=${encodeURIComponent(JSON.stringify({ link }))}`);
    await call("GET", `/t/${link}`);
    await call("GET", `/sign-in?token=${byLink?.link.token}`);
    await call("POST", "/tickets/resend", { body: { booking_id, email } });
    await call("POST", `/user/${user_id}/bookings/adopt`, { ...account, body: { booking_ids: [booking_id] } });
    const replaced = await call("POST", `/bookings/${booking_id}/link`, account);
    await call("POST", `/tickets/${replaced.body.link}/cancel`);
    if (replaced.body.link) openers.push(String(replaced.body.link));
    await call("DELETE", "/session?all=true", account);
    await core.background.settled();
  };
  await failing([token, String(link), String(byLink?.link.token), email, door.key, door.code], visit);
  await visit();
  await sendMails();
  for (const { letter } of mailer.accepted) {
    names.push(letter.path?.split(/\/t\/|#token=/)[1] ?? "");
    if (letter.kind === "sign-in" && letter.code !== null) names.push(letter.code);
  }
}

it.each(["logs", "traces", "metrics"] as const)("the %s name no secret and nobody", (kind) => {
  expect(new Set(mailer.accepted.map(({ letter }) => letter.kind))).toEqual(
    new Set(["sign-in", "booking-confirmed", "booking-cancelled"]),
  );
  // A number that is measured may be any code.
  const quoted = said[kind].match(/"[^"]*"/g)?.join("\n") ?? "";
  for (const secret of [...openers, ...names]) {
    expect(secret.length).toBeGreaterThan(5);
    const found = new RegExp(`.{0,80}(?<![\\w-])${secret.replaceAll(".", "\\.")}(?![\\w-])`).exec(quoted);
    expect(found?.[0]).toBeUndefined();
  }
});

it("the records have nothing that opens something", () => {
  for (const opener of openers) expect(records).not.toContain(opener);
  expect(records).toContain("checkin-event-");
});

it("all of them tell what was asked, by its route", () => {
  for (const text of Object.values(said))
    for (const route of [
      ...["/session/confirm", "/tickets/{link}", "/tickets/{link}/cancel", "/trpc/session.describe"],
      ...["/tickets/{link}/tickets.pdf", "/events/{event_id}/check-ins", "/trpc/door.checkIn"],
    ])
      expect(text).toContain(route);
  expect(said.logs).toContain("unfinished work is left for later");
});
