import { Scan } from "@evently/core/door";
import { mostSeatTypes } from "@evently/core/venue/limits.rules";
import { type $ZodType, toJSONSchema } from "zod/v4/core";
import type { JsonSchema } from "../openapi/json-schema.ts";

type Wish = {
  /** The letters that texts are made of, all of one size in JSON. */
  letters: readonly string[];
  /** How many things a list has at most, where its schema allows more. */
  mostListed?: number;
};

/** Letters of which each is written with twelve bytes where a client sends ASCII alone. */
export const largeLetters = Array.from({ length: 38 }, (_, i) => String.fromCodePoint(0x10400 + i));

/** What a pattern allows, as long as it can be, and different for each `i`. */
const patterns: readonly (readonly [RegExp, (kind: string, i: number) => string])[] = [
  [/^\^(booking|event|holding|layout|organization|user|venue)-\\d/, (kind, i) => `${kind}-${`${i}`.padStart(15, "9")}`],
  [/^\^\[A-Z\]\[A-Z0-9\]\{0,7\}-/, (_, i) => `ZZZ${`${i}`.padStart(5, "0")}-9999`],
  [/^\^(check-in)-\[/, (kind) => `${kind}-${"9".repeat(15)}.ZZZZZZZZ-9999.${"w".repeat(16)}`],
  [/^\^\[\\w-\]\{22\}\$$/, () => "w".repeat(22)],
  [/^\^(door-key)-\[/, (kind) => `${kind}-${"w".repeat(16)}`],
  [/^\^(session)-\[/, (kind) => `${kind}-${"w".repeat(43)}`],
  [/^\^\\\/\(\[\\w/, () => `/${"w".repeat(299)}`],
  [/^\^\[0-9a-f\]\{10\}\$$/, () => "0123456789"],
];

const domain = `${"d".repeat(61)}.${"d".repeat(61)}.${"d".repeat(61)}.org`;

/** Texts that no length limits: as long as a valid one has reason to be. */
const unlimited: Record<string, string> = {
  timezone: "America/Argentina/ComodRivadavia",
  "date-time": "2027-01-14T19:30:00.000000000+01:00",
  email: `${"l".repeat(64)}@${domain}`,
};

/** The largest input that a schema takes, every field given. Throws where it can't tell how large that is. */
export function largestInput(schema: $ZodType, wish: Wish): Record<string, unknown> {
  const fields = largest(toJSONSchema(schema, { io: "input", unrepresentable: "any" }), wish, "", 0);
  return fields as Record<string, unknown>;
}

function largest(schema: JsonSchema, wish: Wish, name: string, i: number): unknown {
  if (Array.isArray(schema.anyOf)) return largest(schema.anyOf[0] as JsonSchema, wish, name, i);
  if (Array.isArray(schema.enum)) return (schema.enum as string[])[i] ?? schema.enum[0];
  if ("const" in schema) return schema.const;
  if (schema.type === "object") return largestObject(schema, wish, name);
  if (schema.type === "array") return largestList(schema, wish, name);
  if (schema.type === "boolean") return false;
  if (schema.type === "integer") return schema.maximum;
  if (schema.type === "number") return -99_999.999;
  if (schema.type === "string") return longestText(schema, wish, name, i);
  throw new Error(`${name} is of no kind that is known here`);
}

function largestObject(schema: JsonSchema, wish: Wish, name: string): unknown {
  // Each is read for itself.
  if (name === "scans") return largestInput(Scan, wish);
  if (name === "seat_type_prices") {
    const price = schema.additionalProperties as JsonSchema;
    const types = Array.from({ length: mostSeatTypes }, (_, i) => text(40, wish, i));
    return Object.fromEntries(types.map((type) => [type, largest(price, wish, type, 0)]));
  }
  if (schema.additionalProperties !== false) throw new Error(`${name} has any number of fields`);
  const fields = Object.entries(schema.properties as Record<string, JsonSchema>);
  const allowed = fields.filter(([, field]) => !("not" in field));
  return Object.fromEntries(allowed.map(([field, schemaOf]) => [field, largest(schemaOf, wish, field, 0)]));
}

function largestList({ maxItems, items }: JsonSchema, wish: Wish, name: string): unknown[] {
  if (typeof maxItems !== "number") throw new Error(`${name} has any number of things`);
  const length = Math.min(maxItems, wish.mostListed ?? maxItems);
  return Array.from({ length }, (_, i) => {
    const thing = largest(items as JsonSchema, wish, name, i);
    // One correction, or one move, of each seat.
    if (typeof thing === "object" && thing !== null && "from" in thing)
      return { from: seatKey("ZZZ", i), to: seatKey("YYY", i) };
    return typeof thing === "object" && thing !== null && "seat_pos" in thing
      ? { ...thing, seat_pos: seatKey("ZZZ", i) }
      : thing;
  });
}

const seatKey = (letters: string, i: number): string => `${letters}${`${i}`.padStart(5, "0")}-9999`;

function longestText({ maxLength, format, pattern }: JsonSchema, wish: Wish, name: string, i: number): string {
  if (format === "uri")
    // As browsers write it, which counts, a host of other letters is a little longer.
    return `https://${text(Number(maxLength) - 40, { ...wish, letters: wish.letters.slice(0, 1) }, i)}/`;
  if (typeof maxLength === "number") return text(maxLength, wish, i);
  for (const [known, spell] of patterns) {
    const found = known.exec(String(pattern));
    if (found) return spell(found[1] ?? "", i);
  }
  const known = unlimited[String(format)] ?? unlimited[name];
  if (known === undefined) throw new Error(`${name} is a text of any length`);
  return known;
}

/** A text of `length` letters, another one for each `i`. */
function text(length: number, { letters }: Wish, i: number): string {
  const pick = (at: number) => letters[at % letters.length] ?? "";
  return (pick(i) + pick(Math.floor(i / letters.length)) + pick(0).repeat(length)).slice(0, length * pick(0).length);
}

/** JSON as clients send it that write nothing but ASCII. */
export function toAsciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
