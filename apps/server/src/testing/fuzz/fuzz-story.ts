import { isDeepStrictEqual } from "node:util";
import { openCore } from "@evently/core/testing/open-core";
import { recordWrites } from "@evently/core/testing/record-writes";
import fc from "fast-check";
import { type CheckedCall, checkAnswers } from "../http/check-answers.ts";
import { openApp, type TestApp } from "../http/open-app.ts";
import { type Drawn, drawRequest, type Operation } from "./draw-request.ts";
import type { JsonSchema } from "./draw-value.ts";
import { openFuzzWorld } from "./fuzz-world.ts";

type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
};
type Answer = Awaited<ReturnType<TestApp["call"]>>;

/** Number of responses by route and status. */
export type Tally = Map<string, Map<number, number>>;

/**
 * What a failed request may leave in the table by design: leased ids, counted hold requests, a released lease, a failed
 * attempt to pay.
 */
const leaves: Record<string, RegExp> = {
  SEATS_UNAVAILABLE: /^lanes-/,
  PAYMENT_DECLINED: /^(holding|payment|event|quota)-/,
};
const always = /^(counter|claim)-/;

/** Whether a request changes a venue or its seats, which leases the venue before it knows them. */
const leasesVenue = ({ path }: Drawn): boolean => /^\/venue\/[^/]+(\/seats)?$/.test(path);
const timeoutMs = 60_000;
const saleEvery = 100;

/**
 * Sends generated requests, based on the API's own document, to the real app, one route after the other. Throws at the
 * first server error, missing or undocumented response, or failed request that wrote something.
 */
export async function fuzz({ requests, seed }: { requests: number; seed: number }): Promise<Tally> {
  const writes = recordWrites();
  const core = await openCore({ wrap: writes.wrap });
  const app = await openApp({ core });
  const checked = await checkAnswers(app);
  const api = (await app.call("GET", "/openapi.json")).body as unknown as Document;
  const routes = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const world = await openFuzzWorld(app, api.components.schemas);
  const tally: Tally = new Map();
  try {
    for (let i = 0; i < requests; i++) {
      if (i % saleEvery === 0) await world.openSale();
      const route = draw(fc.constantFrom(...routes), seed * 1_000_003 + i);
      const drawn = draw(drawRequest(world.known, route.method, route.path, route.operation), seed * 1_000_003 + i);
      writes.take();
      const answer = await send(app, checked, drawn).catch((error) => fail(drawn, error));
      await core.background.settled();
      const left = writes
        .take()
        .filter((key) => !always.test(key) && !leaves[String(answer.body.error_code)]?.test(key))
        .filter((key) => !(leasesVenue(drawn) && key.endsWith(" VENUE")));
      if (answer.status >= 400 && left.length > 0) fail(drawn, `${answer.status} ${answer.text} yet wrote ${left}`);
      world.learn(drawn, answer);
      if (answer.status === 204 || answer.status === 401) await world.signIn();
      const statuses = tally.get(`${route.method} ${route.path}`) ?? new Map<number, number>();
      tally.set(`${route.method} ${route.path}`, statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1));
    }
    const faults = core.faults.filter((fault) => !fault.includes("The gateway's reply was lost"));
    if (faults.length > 0) throw new Error(faults.join("\n"));
    return tally;
  } finally {
    await core.close();
  }
}

function draw<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  const [drawn] = fc.sample(arbitrary, { seed, numRuns: 1 });
  if (drawn === undefined) throw new Error("Nothing was drawn");
  return drawn;
}

async function send(app: TestApp, checked: CheckedCall, { method, path, headers, raw }: Drawn): Promise<Answer> {
  const isDescribed = checked.describes(method, path);
  const body = isDescribed && raw !== undefined ? read(raw) : undefined;
  const options = { headers, ...(raw === undefined ? {} : { raw, body }) };
  const answer = await inTime((isDescribed ? checked : app).call(method, path, options));
  if (answer.status >= 500) throw new Error(`${answer.status} ${answer.text}`);
  if (isDescribed || method === "HEAD") return answer;
  const nowhere = { error: "There is nothing here.", error_code: "NOT_FOUND", details: {} };
  if (answer.status === 404 && isDeepStrictEqual(answer.body, nowhere)) return answer;
  throw new Error(`It leads nowhere, but was answered ${answer.status} ${answer.text}`);
}

function read(raw: string): unknown {
  try {
    return raw.trim() === "" ? {} : JSON.parse(raw);
  } catch {
    return undefined;
  }
}

async function inTime<T>(answered: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("It was not answered")), timeoutMs);
  });
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

function fail(drawn: Drawn, error: unknown): never {
  const text = error instanceof Error ? error.message : String(error);
  throw new Error(`${JSON.stringify(drawn).slice(0, 1_000)}\n${text.slice(0, 2_000)}`);
}
