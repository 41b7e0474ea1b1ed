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
});
