import { expect, it } from "vitest";
import * as z from "zod/mini";
import { addRevision, takesIfMatch } from "./if-match.ts";

const Versioned = z.strictObject({ venue_id: z.string(), revision: z.int() });
const read = (shown: string | null, input: Record<string, unknown> = {}, isTaken = true) =>
  addRevision(input, new Headers(shown === null ? {} : { "if-match": shown }), isTaken);
const faultOf = (shown: string, input: Record<string, unknown> = {}, isTaken = true) => {
  try {
    return read(shown, input, isTaken);
  } catch (error) {
    return (error as { details: { faults: unknown[] } }).details.faults;
  }
};

it("is taken by a change and a removal of what has a revision", () => {
  expect(takesIfMatch({ method: "PATCH" }, Versioned)).toBe(true);
  expect(takesIfMatch({ method: "DELETE" }, Versioned)).toBe(true);
  expect(takesIfMatch({ method: "POST" }, Versioned)).toBe(false);
  expect(takesIfMatch({ method: "PATCH" }, z.strictObject({ name: z.string() }))).toBe(false);
  expect(takesIfMatch({ method: "DELETE" }, null)).toBe(false);
});

it("sets the revision of an input that has none", () => {
  expect(read('"5"', { a: 1 })).toEqual({ a: 1, revision: 5 });
  expect(read('"0"')).toEqual({ revision: 0 });
  expect(read(' "12" ')).toEqual({ revision: 12 });
});

it("leaves an input alone if absent, or if it has the same revision", () => {
  expect(read(null, { revision: 5 })).toEqual({ revision: 5 });
  expect(read('"5"', { revision: 5 })).toEqual({ revision: 5 });
  expect(read('"5"', { revision: "5" })).toEqual({ revision: "5" });
});

it.each([4, "05", null, undefined, {}])("is refused beside the revision %j", (revision) => {
  const message = "the same as the field revision, or only one of them";
  expect(faultOf('"5"', { revision })).toEqual([{ path: "If-Match", message }]);
});

it.each(["5", "*", 'W/"5"', '"5", "6"', '""', '"-1"', '"05"', '"5.0"', '"1e3"', `"${"9".repeat(16)}"`])(
  "%s is no revision in quotes",
  (shown) => {
    expect(faultOf(shown)).toEqual([{ path: "If-Match", message: 'a revision in quotes such as "5"' }]);
  },
);

it("is refused by a route without a revision, rather than ignored", () => {
  expect(faultOf('"5"', {}, false)).toEqual([{ path: "If-Match", message: "not here: this route has no revision" }]);
});
