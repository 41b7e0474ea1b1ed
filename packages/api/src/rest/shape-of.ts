import type { $ZodType, $ZodTypes } from "zod/v4/core";

/** The fields of an object's schema; none of any other schema. */
export function shapeOf(schema: $ZodType | null): Readonly<Record<string, $ZodType>> {
  const def = (schema as $ZodTypes | null)?._zod.def;
  return def?.type === "object" ? def.shape : {};
}
