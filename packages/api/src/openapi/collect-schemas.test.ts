import { EventId } from "@evently/core/ids";
import { CreateVenue } from "@evently/core/venue";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { collectSchemas } from "./collect-schemas.ts";

it("refers to a noun's schema by the name that the noun gives it, and gathers it once", () => {
  const schemas = collectSchemas();
  const ref = { $ref: "#/components/schemas/EventId" };
  expect(schemas.refer(EventId, "input")).toEqual(ref);
  const both = schemas.refer(z.object({ id: EventId, ids: z.array(EventId) }), "output");
  expect(both.properties).toEqual({ id: ref, ids: { type: "array", items: ref } });
  expect(schemas.components).toEqual({ EventId: { type: "string", pattern: "^event-\\d{5,15}$" } });
});

it("gives a named schema in place where that is asked for, and only what it is made of by reference", () => {
  const schemas = collectSchemas();
  expect(schemas.inline(CreateVenue, "input")).toMatchObject({
    type: "object",
    required: ["name", "city", "seat_types"],
  });
  expect(Object.keys(schemas.components)).toEqual(["SeatType", "Timezone"]);
});

it("refuses a name that means two shapes", () => {
  const schemas = collectSchemas();
  schemas.refer(CreateVenue, "input");
  expect(() => schemas.refer(CreateVenue, "output")).toThrow("CreateVenue is one shape when sent and another");
});

it("says no bounds that are only those of a whole number", () => {
  expect(collectSchemas().refer(z.int(), "output")).toEqual({ type: "integer" });
  expect(collectSchemas().refer(z.int().check(z.gte(1)), "output")).toEqual({ type: "integer", minimum: 1 });
});
