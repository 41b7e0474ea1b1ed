import { openCore, startClock } from "@evently/core/testing/open-core";
import { expect } from "vitest";
import { openApp, type TestApp } from "./open-app.ts";

type Input = Record<string, unknown>;
type Outcome = { status: number; body: Input | null };
type Document = {
  paths: Record<string, Record<string, { operationId: string; responses: object; requestBody?: object }>>;
};

/** A user of both worlds, with a token for each. */
export type Somebody = { rest: string; trpc: string };

/** What each world answered. */
type Bodies = { rest: Input | null; trpc: Input | null };

/** For what only its own world knows, such as a token. */
type InputOf = (world: keyof Bodies) => Input;

export type BothProtocols = {
  /**
   * Sends the same request to both worlds, each over its protocol; returns the outcome over REST. Fails if the two
   * differ.
   */
  ask(
    name: string,
    who: Somebody | null,
    input?: Input | InputOf,
  ): Promise<Outcome & { somebody: Somebody; bodies: Bodies }>;
  /** Such as `hold.place ok` or `hold.place HOLD_EXPIRED`. */
  seen: Set<string>;
  /** The procedures served over both protocols. */
  names: string[];
  follow(): Promise<void>;
  advance(seconds: number): void;
  close(): Promise<void>;
};

/**
 * Two worlds identical down to ids and times: one is called only over REST, the other only over tRPC, so that even a
 * change can be sent once over each and must have the same outcome.
 */
export async function openBothProtocols(): Promise<BothProtocols> {
  const clock = startClock();
  const [rest, trpc] = [
    await openApp({ core: await openCore({ clock }) }),
    await openApp({ core: await openCore({ clock }) }),
  ];
  const { paths } = (await rest.call("GET", "/openapi.json")).body as unknown as Document;
  const routes = new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, responses, requestBody }]) => {
        const route = { path, method: method.toUpperCase(), takesBody: requestBody !== undefined };
        return [operationId, { ...route, made: Object.keys(responses) }] as const;
      }),
    ),
  );
  const seen = new Set<string>();

  return {
    seen,
    names: [...routes.keys()].filter((name) => !name.startsWith("process.")),
    async ask(name, who, input = {}) {
      const route = routes.get(name);
      if (!route) throw new Error(`REST has no ${name}`);
      const inputOf = typeof input === "function" ? input : () => input;
      const byRest = await askRest(rest, route, who?.rest, inputOf("rest"));
      const byTrpc = await askTrpc(trpc, name, route.method === "GET", who?.trpc, inputOf("trpc"));
      for (const { core } of [rest, trpc]) await core.background.settled();
      expect({ name, input, body: withoutDrawn(byRest.body) }).toEqual({
        name,
        input,
        body: withoutDrawn(byTrpc.body),
      });
      // tRPC responds with 200 to every success.
      if (byTrpc.status === 200) expect(route.made.filter((status) => status < "300")).toContain(String(byRest.status));
      else expect([name, byRest.status]).toEqual([name, byTrpc.status]);
      seen.add(`${name} ${byRest.status < 300 ? "ok" : byRest.body?.error_code}`);
      const bodies = { rest: byRest.body, trpc: byTrpc.body };
      return { ...byRest, bodies, somebody: { rest: String(byRest.body?.token), trpc: String(byTrpc.body?.token) } };
    },
    async follow() {
      for (const { core } of [rest, trpc]) await core.catalog.follow();
    },
    advance: clock.advance,
    async close() {
      for (const { core } of [rest, trpc]) await core.close();
    },
  };
}

/**
 * Each world has its own random tokens and choice of equally good seats, and an engine lists the fields of a key in any
 * order.
 */
function withoutDrawn(body: Input | null): Input | null {
  const entries = Object.entries(body ?? {}).map(([name, value]): [string, unknown] => {
    if (drawn.has(name)) return [name, value === null ? null : "drawn"];
    if (Array.isArray(value)) return [name, value.map((entry) => (isObject(entry) ? withoutDrawn(entry) : entry))];
    return [name, name === "details" ? countAlternatives(value as Input) : value];
  });
  return body && Object.fromEntries(entries);
}

const isObject = (value: unknown): value is Input =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const drawn = new Set([
  "token",
  "next_cursor",
  "request_id",
  "session_id",
  "invitation_id",
  "door_key_id",
  "key",
  "url",
]);

function countAlternatives(details: Input): Input {
  const { alternatives } = details;
  return Array.isArray(alternatives) ? { ...details, alternatives: alternatives.length } : details;
}

async function askRest(
  app: TestApp,
  { path, method, takesBody }: { path: string; method: string; takesBody: boolean },
  token: string | undefined,
  input: Input,
): Promise<Outcome> {
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, field = ""]) => field));
  const address = path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(String(input[field])));
  const fields = Object.entries(input).filter(([field]) => !inPath.has(field));
  if (method === "POST" || method === "PATCH" || takesBody)
    return read(await app.call(method, address, { token, body: Object.fromEntries(fields) }));
  const query = new URLSearchParams(
    fields.map(([field, value]): [string, string] => [field, String(value)]),
  ).toString();
  return read(await app.call(method, query === "" ? address : `${address}?${query}`, { token }));
}

async function askTrpc(
  app: TestApp,
  name: string,
  isQuery: boolean,
  token: string | undefined,
  input: Input,
): Promise<Outcome> {
  const headers = { "content-type": "application/json" };
  const { status, body } = isQuery
    ? await app.call("GET", `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, { token })
    : await app.call("POST", `/trpc/${name}`, { token, body: input, headers });
  const { result, error } = body as { result?: { data?: Input | string }; error?: { data: { failure: Input } } };
  return { status, body: error ? error.data.failure : readFile(result?.data) };
}

/** A file is its text; fetch leaves its byte order mark out, JSON does not. A PDF comes as base64. */
function readFile(data: Input | string | null = null): Input | null {
  if (typeof data !== "string") return data;
  if (data.startsWith("JVBERi")) return { text: Buffer.from(data, "base64").toString() };
  return data.startsWith("{") ? (JSON.parse(data) as Input) : { text: data.replace(/^\uFEFF/, "") };
}

function read({ status, headers, text, body }: Awaited<ReturnType<TestApp["call"]>>): Outcome {
  if (!headers.get("content-type")?.startsWith("application/json") && text !== "") return { status, body: { text } };
  return { status, body: text === "" ? null : body };
}
