import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { HttpsUrl, line, longText, optionalLine } from "./text.ts";

const faultOf = (schema: z.ZodMiniType, text: string) => z.safeParse(schema, text).error?.issues[0]?.message ?? null;

describe("a line", () => {
  test.each([
    "Dvořák: Rusalka",
    "👩‍👩‍👧‍👦 Family concert ❤️",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿 – 🏴󠁧󠁢󠁳󠁣󠁴󠁿 – 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "می‌خواهم",
    "שלום\u200f (2027)",
    "حفلة موسيقية",
    "क्षत्रिय",
    "สวัสดี",
    "葛󠄀城",
    "a\u0323\u0302",
    "<b>Tom & Jerry</b>; “x”, \\n",
    "…",
    "0",
  ])("keeps %j", (text) => {
    expect(line(60).parse(text)).toBe(text.normalize("NFC"));
  });

  test("is trimmed and composed", () => {
    expect(line(9).parse(" \u00a0Cafe\u0301\n")).toBe("Café");
  });

  test("is measured in code points, after trimming", () => {
    expect(line(2).safeParse("🎻🎻").success).toBe(true);
    expect(line(1).safeParse("🎻🎻").success).toBe(false);
    expect(line(3).safeParse("   abc   ").success).toBe(true);
  });

  test.each([
    ["a\nb", /one line/],
    ["a\r\nSUMMARY:b", /one line/],
    ["a\tb", /one line/],
    ["a\u0000b", /one line/],
    ["a\u0085b", /one line/],
    ["a\u009fb", /one line/],
    ["a\u2028b", /one line/],
    ["a\u2029b", /one line/],
    ["a\u202eb", /direction \(U\+202E\)/],
    ["a\u2067b\u2069", /direction \(U\+2067\)/],
    ["a\ud800b", /whole characters/],
    ["a\u{e0041}b", /hidden characters \(U\+E0041\)/],
    ["🏴\u{e0067}\u{e0062}", /hidden characters \(U\+E0067\)/],
    ["a\ufffcb", /hidden characters/],
    ["a\uffffb", /hidden characters/],
    ["\u200b\u200d\ufe0f", /visible/],
    ["\u3164", /visible/],
    ["\u2800\u00a0\u2800", /visible/],
    [`Z${"\u0335".repeat(9)}algo`, /marks/],
  ])("refuses %j", (text, message) => {
    expect(faultOf(line(60), text)).toMatch(message);
  });

  test.each(["", "  ", "\n"])("has to be there: %j", (text) => {
    expect(line(60).safeParse(text).success).toBe(false);
    expect(optionalLine(60).parse(text)).toBe("");
  });

  test("that may be left empty is refused like any other", () => {
    expect(faultOf(optionalLine(60), "a\u202eb")).toMatch(/direction/);
    expect(faultOf(optionalLine(60), "\u200b")).toMatch(/visible/);
  });
});

describe("long text", () => {
  test("has one kind of line break, and tabs", () => {
    expect(longText(60).parse("a\r\nb\rc\vd\u2028e\u0085f\tg\n")).toBe("a\nb\nc\nd\ne\nf\tg\n");
  });

  test.each(["", " ", "\n\t\n"])("may be empty: %j", (text) => {
    expect(longText(60).parse(text)).toBe(text);
  });

  test.each(["a\u0000b", "a\u001bb", "a\u009bb"])("refuses %j", (text) => {
    expect(faultOf(longText(60), text)).toMatch(/control/);
  });

  test.each(["a\u202eb", "a\n\u2066b", "a\u{e0041}", "\ud800", "\u200b"])("refuses hidden characters: %j", (text) => {
    expect(longText(60).safeParse(text).success).toBe(false);
  });

  test("counts a line break once", () => {
    expect(longText(3).safeParse("a\r\nb").success).toBe(true);
  });
});

describe("an address on the web", () => {
  test.each([
    ["https://example.org/terms", "https://example.org/terms"],
    ["https://example.org", "https://example.org/"],
    ["HTTPS://Example.org/a?b=@c#d", "https://example.org/a?b=@c#d"],
    ["https://theater.example:8443/agb/é", "https://theater.example:8443/agb/%C3%A9"],
  ])("%s is written as browsers write it", (text, href) => {
    expect(HttpsUrl.parse(text)).toBe(href);
  });

  test.each([
    "http://example.org",
    "https:foo/bar",
    "https:\\\\evil.example",
    "https:///example.org",
    "https://user:pass@evil.example/",
    "https://example.org@evil.example/",
    "https://example.org/\u202efdp.exe",
    "javascript:alert(1)",
    `https://example.org/${"a".repeat(500)}`,
    `https://example.org/${"é".repeat(200)}`,
  ])("%j is none", (text) => {
    expect(HttpsUrl.safeParse(text).success).toBe(false);
  });
});
