import { expect, it } from "vitest";
import * as z from "zod/mini";
import { collectSchemas } from "./collect-schemas.ts";
import { describeInput } from "./describe-input.ts";

const Input = z.strictObject({
  hall_id: z.string(),
  name: z.string(),
  seats: z._default(z.int(), 1),
});
const describe = (method: "GET" | "POST" | "PATCH", path: string, input: z.ZodMiniType = Input) =>
  describeInput(collectSchemas(), input, {
    name: "hall.test",
    rest: { method, path, summary: "", errors: [] },
  });

it("puts fields that are not in the path into the query of a GET", () => {
  expect(describe("GET", "/hall/{hall_id}")).toEqual({
    parameters: [
      { name: "hall_id", in: "path", required: true, schema: { type: "string" } },
      { name: "name", in: "query", required: true, schema: { type: "string" } },
      { name: "seats", in: "query", required: false, schema: { type: "integer", default: 1 } },
    ],
  });
});

it("puts them into the body of a POST, with defaults optional and unknown fields refused", () => {
  const { parameters, requestBody } = describe("POST", "/hall/{hall_id}");
  expect(parameters?.map(({ name }) => name)).toEqual(["hall_id"]);
  expect(requestBody).toEqual({
    required: true,
    content: {
      "application/json": {
        schema: {
          type: "object",
          properties: { name: { type: "string" }, seats: { type: "integer", default: 1 } },
          required: ["name"],
          additionalProperties: false,
        },
      },
    },
  });
});

it("has no body if the path has all fields, and an optional one if none is required", () => {
  expect(describe("POST", "/hall/{hall_id}", z.strictObject({ hall_id: z.string() }))).not.toHaveProperty(
    "requestBody",
  );
  const optional = describe("POST", "/hall", z.strictObject({ name: z.optional(z.string()) }));
  expect(optional.requestBody?.required).toBe(false);
});

it("demands no revision in the body of a change, whose header may carry it", () => {
  const Change = z.strictObject({ hall_id: z.string(), revision: z.int(), name: z.string() });
  const requiredBy = (method: "POST" | "PATCH") =>
    describe(method, "/hall/{hall_id}", Change).requestBody?.content["application/json"].schema.required;
  expect(requiredBy("POST")).toEqual(["revision", "name"]);
  expect(requiredBy("PATCH")).toEqual(["name"]);
});
