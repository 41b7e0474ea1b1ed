import { Instant } from "@evently/core/time";
import { expect, it } from "vitest";
import type { $ZodType } from "zod/v4/core";
import { collectSchemas } from "../openapi/collect-schemas.ts";
import type { JsonSchema } from "../openapi/json-schema.ts";
import { appRouter } from "../root.ts";

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { inputs: $ZodType[] } }>,
);
const inputs = procedures.flatMap(([name, { _def }]) => _def.inputs.map((input) => [name, input] as const));

/** The fields of a schema that are instants: as `Instant`, which turns offsets into UTC, or as any other. */
function listInstants(input: $ZodType): { utc: string[]; other: string[] } {
  const schemas = collectSchemas();
  const { properties = {} } = schemas.inline(input, "input", "") as { properties?: Record<string, JsonSchema> };
  const { $ref } = schemas.refer(Instant, "input", "");
  const fields = Object.entries(properties).map(([field, schema]) => [field, JSON.stringify(schema)] as const);
  return {
    utc: fields.flatMap(([field, schema]) => (schema.includes(String($ref)) ? [field] : [])),
    other: fields.flatMap(([field, schema]) => (schema.includes('"date-time"') ? [field] : [])),
  };
}

it.each(inputs)("%s: every instant that it takes is an Instant", (_, input) => {
  expect(listInstants(input).other).toEqual([]);
});

it("these take instants, over tRPC and REST alike", () => {
  const taken = inputs.map(([name, input]) => [name, listInstants(input).utc] as const);
  expect(Object.fromEntries(taken)).toMatchObject({
    "event.change": ["start_time", "doors_time", "sales_start", "sales_end"],
    "event.copy": ["start_times"],
    "event.create": ["start_time", "sales_start", "sales_end", "doors_time"],
    "event.overlapping": ["start_time"],
  });
});
