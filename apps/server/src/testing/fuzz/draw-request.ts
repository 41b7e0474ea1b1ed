import fc from "fast-check";
import { anyText, drawValue, type JsonSchema, odd } from "./draw-value.ts";

type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; schema: JsonSchema };

/** An operation of the OpenAPI document. */
export type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: { "application/json": { schema: JsonSchema } } };
};

/** Ids that requests may use, by field name and with their owner, and the callers. */
export type ApiSurface = {
  refer(name: string): JsonSchema;
  pools: Map<string, { id: string; who: string }[]>;
  callers: Map<string, Record<string, string>>;
};

export type Drawn = { method: string; path: string; who: string; headers: Record<string, string>; raw?: string };

/**
 * Requests to one route, generated from its schema: valid, almost valid and malformed; by all kinds of callers, mostly
 * the owner of the record in the path.
 */
export function drawRequest(
  known: ApiSurface,
  method: string,
  path: string,
  operation: Operation,
): fc.Arbitrary<Drawn> {
  const parameters = operation.parameters ?? [];
  const schema = operation.requestBody?.content["application/json"].schema;
  const place = drawPlace(known, path);
  return fc
    .tuple(
      often(fc.constant(true), fc.constant(false), 2),
      place,
      drawQuery(known, parameters),
      drawBody(known, schema),
      drawHeaders(),
      drawOddMethod(method),
    )
    .chain(([isOwn, { address, owner }, query, raw, headers, sentMethod]) =>
      drawCaller(known, isOwn ? owner : null).map(({ who, shown }) => ({
        method: sentMethod,
        who,
        path: query === "" ? address : `${address}?${query}`,
        headers: { ...headers, ...shown },
        ...(sentMethod === "GET" || sentMethod === "HEAD" ? {} : { raw }),
      })),
    );
}

const often = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 9): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });

const drawOddMethod = (method: string) => often(fc.constant(method), fc.constantFrom("PUT", "PATCH", "HEAD"), 40);

const oddIds = ["", ".", "..", "%00", "%ff", "%2e%2e%2f", "a b", "event-1", "event-00000", "holding-", "ünïcode", "ſ"];

/** The address of a route, its ids mostly known ones, and whose the first of them is. */
function drawPlace(known: ApiSurface, path: string): fc.Arbitrary<{ address: string; owner: string | null }> {
  const names = path.match(/(?<=\{)\w+(?=\})/g) ?? [];
  if (names.length === 0) return fc.constant({ address: path, owner: "organizer" });
  return fc.tuple(...names.map((name) => drawId(known, name))).map((ids) => ({
    address: names.reduce((address, name, i) => address.replace(`{${name}}`, ids[i]?.id ?? ""), path),
    owner: ids[0]?.who ?? null,
  }));
}

function drawId({ pools }: ApiSurface, name: string): fc.Arbitrary<{ id: string; who: string | null }> {
  const kind = name.replace("_id", "");
  const strange = fc.oneof(
    fc.constantFrom(...oddIds),
    fc.constantFrom("99999", "9".repeat(30), "0".repeat(2_000), "٠٠٠٠١").map((n) => `${kind}-${encodeURIComponent(n)}`),
    anyText.map(encode),
  );
  const pool = pools.get(name) ?? [];
  const theirs = pool.length > 0 ? fc.constantFrom(...pool) : fc.constant({ id: `${kind}-00001`, who: null });
  return often<{ id: string; who: string | null }>(
    theirs,
    strange.map((id) => ({ id, who: null })),
    6,
  );
}

function drawCaller(
  known: ApiSurface,
  owner: string | null,
): fc.Arbitrary<{ who: string; shown: Record<string, string> }> {
  const callers = [...known.callers].map(([who, shown]) => ({ who, shown }));
  const own = callers.find(({ who }) => who === owner);
  return own ? fc.constant(own) : fc.constantFrom(...callers);
}

function drawQuery(known: ApiSurface, parameters: Parameter[]): fc.Arbitrary<string> {
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const drawn = inQuery.map(({ name, schema }) =>
    fc
      .option(drawValue(known, schema, name), { freq: 2 })
      .map((value) => (value === null ? [] : [[name, String(value)] as const])),
  );
  const strange = fc.constantFrom(
    "limit=1&limit=2",
    "colour=red",
    "__proto__=1",
    "%zz=%zz",
    "limit",
    "=&=",
    "a[]=1",
    "cursor=a.b",
  );
  return fc
    .tuple(fc.tuple(...drawn), often(fc.constant(""), strange, 20))
    .map(([fields, more]) =>
      [new URLSearchParams(Object.fromEntries(fields.flat())).toString(), more].filter(Boolean).join("&"),
    );
}

function drawBody(known: ApiSurface, schema: JsonSchema | undefined): fc.Arbitrary<string> {
  const fitting: fc.Arbitrary<unknown> = schema ? drawValue(known, schema, "") : fc.constant({});
  const text = fitting.map((value) => JSON.stringify(value) ?? "");
  const broken = fc.tuple(text, fc.nat({ max: 40 })).map(([whole, cut]) => whole.slice(0, cut));
  const more = fc.constantFrom(
    '"colour":"red"',
    '"__proto__":{"role":"admin"}',
    '"constructor":{"prototype":{}}',
    '"role":"admin"',
  );
  const other = fc.oneof(
    broken,
    fc.tuple(text, more).map(([whole, field]) => `{${field}${whole === "{}" ? "" : ","}${whole.slice(1)}`),
    odd.map((value) => JSON.stringify(value) ?? ""),
    fc.constantFrom("", " ", "null", "1e999", "﻿{}", "[".repeat(5_000), '{"a":'.repeat(500), "\0"),
  );
  return often(text, other);
}

function drawHeaders(): fc.Arbitrary<Record<string, string>> {
  const type = fc.constantFrom(
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "x",
  );
  const key = fc.constantFrom("one", "two", " ", "x".repeat(255), "x".repeat(256));
  const more: fc.Arbitrary<Record<string, string>> = fc.oneof(
    type.map((value) => ({ "content-type": value })),
    key.map((value) => ({ "idempotency-key": value })),
    fc.constantFrom("https://elsewhere.test", "null", "http://api.test").map((value) => ({ origin: value })),
    fc.constantFrom('"x"', "*", "W/").map((value) => ({ "if-none-match": value })),
    fc.constantFrom('"1"', '"2"', "*", "1").map((value) => ({ "if-match": value })),
  );
  return often(fc.constant({ "content-type": "application/json" }), more, 5);
}

/** Like encodeURIComponent, but replaces lone surrogates instead of throwing. */
const encode = (text: string): string => encodeURIComponent(Buffer.from(text).toString("utf8"));
