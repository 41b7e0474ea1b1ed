import { type ErrorCode, errorRegistry } from "@evently/core/errors";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { appRouter } from "../root.ts";
import type { Meta } from "../trpc.ts";
import { describeApi } from "./describe-api.ts";

const up = { path: "/up", name: "process.up", summary: "Up", errors: ["INTERNAL"] } as const;
const api = describeApi({ version: "1.2.3", own: [{ ...up, answers: { 200: ["It is.", z.object({})] } }] });
const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const validate = async (document: object) => (await new Validator().validate(structuredClone(document) as never)).valid;
const refs = (value: unknown) =>
  [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name = ""]) => name);

describe("the document", () => {
  it("is valid OpenAPI 3.1, which a document without responses is not", async () => {
    expect(await validate(api)).toBe(true);
    const { responses, ...broken } = api.paths["/events"]?.get ?? {};
    expect(responses).toBeDefined();
    expect(await validate({ ...api, paths: { "/events": { get: { ...broken, responses: {} } } } })).toBe(false);
  });

  it("has every procedure with a path, and only the process's own paths besides", () => {
    const procedures = Object.entries(
      appRouter._def.procedures as unknown as Record<string, { _def: { meta?: Meta } }>,
    );
    const expected = procedures.flatMap(([name, { _def }]) => {
      const rest = _def.meta?.rest;
      return rest ? [`${rest.method} ${rest.path} ${name}`] : [];
    });
    expect(expected.length).toBeGreaterThan(20);
    const found = operations.map(
      ({ method, path, operation }) => `${method.toUpperCase()} ${path} ${operation.operationId}`,
    );
    expect(found.toSorted()).toEqual([...expected, "GET /up process.up"].toSorted());
  });

  it("has no missing and no unused schemas", () => {
    expect([...new Set(refs(api))].toSorted()).toEqual(Object.keys(api.components.schemas).toSorted());
  });

  it("works below any prefix", () => {
    expect(new URL(api.servers[0]?.url ?? "", "https://tickets.test/api/openapi.json").href).toBe(
      "https://tickets.test/api/",
    );
  });
});

describe.each(operations.filter(({ path }) => path !== "/up"))("$method $path", ({ path, operation }) => {
  it("describes each path parameter by a pattern", () => {
    const inPath = operation.parameters?.filter((parameter) => parameter.in === "path") ?? [];
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    for (const { required, schema } of inPath) {
      expect(required).toBe(true);
      expect(api.components.schemas[refs(schema)[0] ?? ""]).toMatchObject({
        type: "string",
        pattern: expect.stringMatching(/^\^/),
      });
    }
  });

  it("lists only registered errors, each under its status, with its response", () => {
    for (const [status, { content }] of Object.entries(operation.responses)) {
      if (Number(status) < 400) {
        expect(content === undefined).toBe(["204", "304"].includes(status));
        continue;
      }
      const codes = refs(content?.["application/json"]?.schema.oneOf ?? content) as ErrorCode[];
      expect(codes.length).toBeGreaterThan(0);
      for (const code of codes) {
        expect(errorRegistry[code].status).toBe(Number(status));
        expect(api.components.schemas[code]).toMatchObject({ properties: { error_code: { const: code } } });
      }
    }
  });
});

describe("single routes", () => {
  it("requires a session if the procedure does, and accepts one elsewhere", () => {
    expect(api.paths["/{holding_id}"]?.get?.security).toEqual([{ bearer: [] }, { cookie: [] }]);
    expect(api.paths["/events"]?.get?.security).toEqual([{}, { bearer: [] }, { cookie: [] }]);
  });

  it("separates a response that requires an action from a final one", () => {
    const responses = api.paths["/{holding_id}/confirm"]?.post?.responses;
    expect(refs(responses?.["200"])).toEqual(["BookingView"]);
    expect(refs(responses?.["202"])).toEqual(["PendingConfirmation"]);
  });

  it("types the details of an error", () => {
    expect(api.components.schemas.SEATS_UNAVAILABLE).toMatchObject({
      properties: { details: { required: ["seats", "alternatives"] } },
    });
  });

  it("names the headers of each response", () => {
    const headersOf = (path: string, method: string, status: number) =>
      Object.keys(api.paths[path]?.[method]?.responses[status]?.headers ?? {});
    const everyAnswer = ["X-Request-Id", "Cache-Control"];
    expect(headersOf("/events", "get", 200)).toEqual([...everyAnswer, "ETag"]);
    expect(headersOf("/events", "get", 304)).toEqual([...everyAnswer, "ETag"]);
    expect(headersOf("/events", "get", 422)).toEqual(everyAnswer);
    expect(headersOf("/events", "get", 429)).toEqual([...everyAnswer, "Retry-After"]);
    expect(headersOf("/{holding_id}/confirm", "post", 202)).toEqual([...everyAnswer, "Idempotency-Replayed"]);
    expect(headersOf("/{holding_id}/confirm", "post", 400)).toEqual([...everyAnswer, "Idempotency-Replayed"]);
    expect(headersOf("/user", "post", 201)).toEqual(everyAnswer);
    expect(headersOf("/venue/{venue_id}/seats.csv", "get", 200)).toEqual([...everyAnswer, "Content-Disposition"]);
  });

  it("offers X-Proof where newcomers may be asked for work, and describes what they and others are refused with", () => {
    const takesIt = operations.filter(({ operation }) => operation.parameters?.some(({ name }) => name === "X-Proof"));
    expect(takesIt.map(({ operation }) => operation.operationId)).toEqual(["session.startGuest", "user.create"]);
    const refusedWith = (path: string) => new Set(refs(api.paths[path]?.post?.responses["429"]));
    expect(refusedWith("/session/guest")).toEqual(new Set(["PROOF_REQUIRED", "RATE_LIMITED"]));
    expect(refusedWith("/events/{event_id}/hold")).toEqual(new Set(["NETWORK_LIMIT", "RATE_LIMITED"]));
  });

  it("offers If-Match where a revision can be named", () => {
    const takesIt = operations.filter(({ operation }) => operation.parameters?.some(({ name }) => name === "If-Match"));
    expect(takesIt.map(({ operation }) => operation.operationId)).toEqual([
      "event.change",
      "organization.change",
      "venue.change",
      "venue.changeSeats",
    ]);
    for (const { operation } of takesIt) {
      const { schema } = operation.requestBody?.content["application/json"] ?? {};
      expect(schema).toMatchObject({
        properties: { revision: {} },
        required: expect.not.arrayContaining(["revision"]),
      });
    }
  });
});

/** The names of the components that a schema leads to. */
function reach(value: unknown, found = new Set<string>()): Set<string> {
  for (const name of refs(value ?? null)) {
    if (found.has(name)) continue;
    found.add(name);
    reach(api.components.schemas[name], found);
  }
  return found;
}

it.each(operations.filter(({ operation }) => operation.requestBody))(
  "$method $path: generators let fields with a default be left out",
  ({ operation }) => {
    // They do so in a request, and not in a component.
    const sent = [...reach(operation.requestBody)].map((name) => api.components.schemas[name]);
    expect(sent.filter((schema) => schema && "properties" in schema)).toEqual([]);
    const listed = JSON.stringify(operation.requestBody);
    for (const [, name = ""] of listed.matchAll(/"(\w+)":\{(?:[^{}]|\{[^{}]*\})*"default":/g)) {
      expect(listed).not.toMatch(new RegExp(`"required":\\[[^\\]]*"${name}"`));
    }
  },
);
