import { EventId } from "@evently/core/ids";
import { CreateVenue } from "@evently/core/venue";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { collectSchemas } from "./collect-schemas.ts";

it("refers to a schema by its export name, and collects it once", () => {
  const schemas = collectSchemas();
  const ref = { $ref: "#/components/schemas/EventId" };
  expect(schemas.refer(EventId, "input", "test")).toEqual(ref);
  const both = schemas.refer(z.object({ id: EventId, ids: z.array(EventId) }), "output", "test");
  expect(both.properties).toEqual({ id: ref, ids: { type: "array", items: ref } });
  expect(schemas.components).toEqual({ EventId: { type: "string", pattern: "^event-\\d{5,15}$" } });
});

it("inlines a named schema on request, with references inside", () => {
  const schemas = collectSchemas();
  expect(schemas.inline(CreateVenue, "input", "test")).toMatchObject({
    type: "object",
    required: ["name", "city", "seat_types"],
  });
  expect(Object.keys(schemas.components)).toEqual(["Timezone", "Address", "MapUrl"]);
});

it("refuses one name for two schemas", () => {
  const schemas = collectSchemas();
  schemas.refer(CreateVenue, "input", "test");
  expect(() => schemas.refer(CreateVenue, "output", "test")).toThrow("CreateVenue is one shape when sent and another");
});

it("omits the bounds of a plain integer", () => {
  expect(collectSchemas().refer(z.int(), "output", "test")).toEqual({ type: "integer" });
  expect(collectSchemas().refer(z.int().check(z.gte(1)), "output", "test")).toEqual({ type: "integer", minimum: 1 });
});
