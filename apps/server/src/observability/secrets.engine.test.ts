import { MailFailure } from "@evently/core/mail/mail-failure";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { letTimePass } from "@evently/core/testing/settle-everything";
import { acceptAll, createTestMailer } from "@evently/core/testing/test-mailer";
import { findFreePort } from "@evently/local-db/port";
import { afterAll, beforeAll, expect, it } from "vitest";
import { own } from "../testing/http/browser-session.ts";
import { openAccounts } from "../testing/http/open-accounts.ts";
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
/** What opens something by itself, or names somebody. */
const secrets: string[] = [name, "hidden-person", from];

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

/** All that has to do with an address, a mail, a code, a token or a link, once as it should be and once while all fails. */
async function live(): Promise<void> {
  const accounts = await openAccounts(app);
  const guest = await app.call("POST", "/session/guest", { headers: own, from, body: { email } });
  const token = String(guest.body.token);
  const { booking_id } = await accounts.book(token);
  const { link } = (await app.call("GET", `/bookings/${booking_id}`, { token, from })).body;
  const asked = [await accounts.ask(email), await accounts.ask(email)];
  secrets.push(token, String(link), ...asked.flatMap((request) => Object.values(request)));
  const [byCode, byLink] = asked.map(({ request_id, code, ...shown }) => ({ code: { request_id, code }, link: shown }));
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const call = (method: string, path: string, more: object = {}) =>
    app.call(method, path, { from, ...more, headers: { traceparent, "user-agent": "Firefox/140.0" } });
  const visit = async () => {
    await call("POST", "/session", { body: { email } });
    await call("POST", "/trpc/session.describe", { body: byLink?.link });
    const signedIn = await call("POST", "/session/confirm", { token, body: byCode?.code });
    await call("POST", "/session/confirm", { body: byLink?.link });
    await call("POST", "/session/confirm", { body: { ...byCode?.code, code: "000000" } });
    const account = { token: String(signedIn.body.token) };
    secrets.push(account.token);
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
    if (replaced.body.link) secrets.push(String(replaced.body.link));
    await call("DELETE", "/session?all=true", account);
    await core.background.settled();
  };
  await failing([token, String(link), String(byLink?.link.token), email], visit);
  await visit();
  await sendMails();
  for (const { letter } of mailer.accepted) {
    secrets.push(letter.path?.split(/\/t\/|#token=/)[1] ?? "");
    if (letter.kind === "sign-in" && letter.code !== null) secrets.push(letter.code);
  }
}

it.each(["logs", "traces", "metrics"] as const)("the %s name no secret and nobody", (kind) => {
  expect(new Set(mailer.accepted.map(({ letter }) => letter.kind))).toEqual(
    new Set(["sign-in", "booking-confirmed", "booking-cancelled"]),
  );
  // A number that is measured may be any code.
  const quoted = said[kind].match(/"[^"]*"/g)?.join("\n") ?? "";
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(5);
    expect(quoted).not.toMatch(new RegExp(`(?<![\\w-])${secret.replaceAll(".", "\\.")}(?![\\w-])`));
  }
});

it("all of them tell what was asked, by its route", () => {
  for (const text of Object.values(said))
    for (const route of ["/session/confirm", "/tickets/{link}", "/tickets/{link}/cancel", "/trpc/session.describe"])
      expect(text).toContain(route);
  expect(said.logs).toContain("unfinished work is left for later");
});
