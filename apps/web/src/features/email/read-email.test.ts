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

describe("an e-mail address as it is typed", () => {
  test.each(good)("%j is an address", (typed) => {
    expect(readEmail(typed)).toEqual({ email: typed.trim() });
    expect(Email.safeParse(typed.trim()).success).toBe(true);
  });

  test.each(bad)("%j is told what is wrong with it", (typed) => {
    expect(readEmail(typed)).toEqual({ fault: expect.stringMatching(/\.|\?$/) });
  });

  test("one that is too long is told the limit", () => {
    expect(readEmail(`${"a".repeat(250)}@example.com`)).toEqual({ fault: expect.stringContaining("254") });
  });

  test("nothing is nothing, not a fault", () => {
    expect(readEmail("   ")).toEqual({ empty: true });
  });
});
