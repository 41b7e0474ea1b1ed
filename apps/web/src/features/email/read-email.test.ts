import { Email } from "@evently/core/user";
import { describe, expect, test } from "vitest";
import { readEmail } from "./read-email";

const good = [
  "ada@example.com",
  "  ada@example.com ",
  "a.b+tag@mail.example.co.uk",
  "o'hara@example.org",
  "x_y-z@a-b.io",
];
const bad = ["ada", "ada@", "@example.com", "ada@example", "a@b@example.com", "a da@example.com", "a..b@example.com"];

describe("a typed e-mail address", () => {
  test.each(good)("accepts %j", (typed) => {
    expect(readEmail(typed)).toEqual({ email: typed.trim() });
    expect(Email.safeParse(typed.trim()).success).toBe(true);
  });

  test.each(bad)("names the fault of %j", (typed) => {
    expect(readEmail(typed)).toEqual({ fault: expect.stringMatching(/\.|\?$/) });
  });

  test("names the limit of an address that is too long", () => {
    expect(readEmail(`${"a".repeat(250)}@example.com`)).toEqual({ fault: expect.stringContaining("254") });
  });

  test("accepts no address", () => {
    expect(readEmail("   ")).toEqual({ empty: true });
  });
});
