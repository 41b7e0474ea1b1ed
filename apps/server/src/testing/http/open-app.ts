import { openCore, type TestCore } from "@evently/core/testing/open-core";
import type { Printer } from "@evently/tickets/open-printer";
import { type Logger, pino } from "pino";
import { createApp } from "../../http/app.ts";
import type { ReadWebhook } from "../../http/serve-webhooks.ts";
import type { OpenMailbox } from "../../mail/open-mailer.ts";
import type { Instrumentation } from "../../observability/instrumentation.ts";
import { createDrain, type Drain } from "../../process/drain.ts";

type Call = {
  token?: string | undefined;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  /** The peer address of the connection. */
  from?: string;
};
type Answer = { status: number; headers: Headers; text: string; body: Record<string, unknown> };

export type TestApp = {
  core: TestCore;
  drain: Drain;
  /** The handler that a server would get. */
  serve: ReturnType<typeof createApp>["fetch"];
  /** A request without a network: `call("POST", "/venue", { token, body })`. */
  call(method: string, path: string, options?: Call): Promise<Answer>;
  /** Signs up and returns the token. */
  signUp(role: "attendee" | "organizer"): Promise<{ token: string; user_id: string }>;
  startGuest(): Promise<{ token: string; user_id: string }>;
};

export type OpenApp = {
  core?: TestCore;
  mailbox?: OpenMailbox;
  printer?: Printer;
  instrumentation?: Instrumentation;
  logger?: Logger;
  readWebhook?: ReadWebhook;
  CORS_ORIGINS?: string[];
  RATE_LIMIT_PER_SECOND?: number;
  TRUST_PROXY?: string[];
  SEED_DEMO?: boolean;
};

let people = 0;

/** The real app on its own table. */
export async function openApp({ core: given, logger, ...options }: OpenApp = {}): Promise<TestApp> {
  const { mailbox, printer, instrumentation, readWebhook, ...settings } = options;
  const core = given ?? (await openCore());
  const drain = createDrain();
  const off = { CORS_ORIGINS: [], RATE_LIMIT_PER_SECOND: 0, TRUST_PROXY: [], SEED_DEMO: false };
  const config = { APP_NAME: "Evently", ...off, ...settings };
  const app = createApp({
    core,
    config,
    logger: logger ?? pino({ level: "silent" }),
    drain,
    version: "0.0.0",
    ...(mailbox ? { mailbox } : {}),
    ...(printer ? { printer } : {}),
    ...(readWebhook ? { readWebhook } : {}),
    ...(instrumentation ? { instrumentation } : {}),
  });

  async function call(method: string, path: string, options: Call = {}): Promise<Answer> {
    const { token, body, raw, headers = {}, from = "127.0.0.1" } = options;
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const init = {
      method,
      headers: { host: "api.test", ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(content === undefined ? {} : { body: content }),
    };
    const connection = { incoming: { socket: { remoteAddress: from } } };
    const answer = await app.request(`http://api.test${path}`, init, connection);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: text.startsWith("{") ? JSON.parse(text) : {} };
  }

  return {
    core,
    drain,
    serve: app.fetch,
    call,
    async signUp(role) {
      const { body } = await call("POST", "/user", { body: { email: `person-${people++}@example.org`, role } });
      return { token: String(body.token), user_id: String(body.user_id) };
    },
    async startGuest() {
      const { body } = await call("POST", "/session/guest");
      return { token: String(body.token), user_id: String((body.user as { user_id: string }).user_id) };
    },
  };
}

type WantedSale = { perRow?: number; organization_id?: string | undefined };

/** An organizer's event with rows A and B of `perRow` seats at 4500, created over REST, of the only organization or the one that is named. */
export async function openSale(app: TestApp, { perRow = 15, organization_id }: WantedSale = {}) {
  const organizer = await app.signUp("organizer");
  const { token } = organizer;
  const venue = await app.call("POST", "/venue", {
    token,
    body: {
      name: "Test hall",
      city: "New York",
      seat_types: ["Stalls"],
      timezone: "America/New_York",
      organization_id,
    },
  });
  const venue_id = String(venue.body.venue_id);
  const seats = ["A", "B"].flatMap((row) =>
    Array.from({ length: perRow }, (_, i) => ({ row, seat_num: i + 1, seat_type: "Stalls" })),
  );
  const added = await app.call("POST", `/venue/${venue_id}/seats`, { token, body: { seats } });
  const event = await app.call("POST", "/events", { token, body: newEvent(app, venue_id) });
  return { organizer, venue_id, event_id: String(event.body.event_id), answers: { venue, added, event } };
}

export function newEvent(app: Pick<TestApp, "core">, venue_id: string): Record<string, unknown> {
  return {
    venue_id,
    name: "Test concert",
    start_time: new Date((app.core.clock() + 7 * 86_400) * 1000).toISOString(),
    duration: 90,
    seat_type_prices: { Stalls: 4500 },
  };
}
