import { EventId } from "@evently/core/ids";
import { CreateVenue, NewVenueSeat } from "@evently/core/venue";
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
  expect(Object.keys(schemas.components)).toEqual(["OrganizationId", "Timezone", "Address", "MapUrl"]);
});

it("refuses one name for two schemas", () => {
  const schemas = collectSchemas();
  schemas.add("Hall", { type: "object" });
  schemas.add("Hall", { type: "object" });
  expect(() => schemas.add("Hall", { type: "string" })).toThrow("Hall names two shapes");
});

it("keeps what is sent where it is sent, with its name as title, so that a field with a default may be left out", () => {
  const schemas = collectSchemas();
  const { properties } = schemas.refer(z.object({ seats: z.array(NewVenueSeat) }), "input", "test");
  expect(properties).toMatchObject({
    seats: {
      items: { title: "NewVenueSeat", properties: { accessible: { default: false } }, required: ["seat_type"] },
    },
  });
  expect(Object.values(schemas.components).map(({ type }) => type)).not.toContain("object");
});

it("says what each field means: by the object that it is in, else by what its name means everywhere", () => {
  const schemas = collectSchemas();
  const described = schemas.refer(
    z.object({ event_id: EventId, total: z.int(), more: z.int() }),
    "output",
    "HoldingView",
  );
  expect(described.properties).toEqual({
    event_id: { description: "The event's id, such as `event-00001`.", $ref: "#/components/schemas/EventId" },
    total: { description: expect.stringContaining("all seats together cost"), type: "integer" },
    more: { type: "integer" },
  });
});

it("omits the bounds of a plain integer", () => {
  expect(collectSchemas().refer(z.int(), "output", "test")).toEqual({ type: "integer" });
  expect(collectSchemas().refer(z.int().check(z.gte(1)), "output", "test")).toEqual({ type: "integer", minimum: 1 });
});
