import { CreateUser } from "@evently/core/user";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEmail } from "./read-email";

const { email: Email } = CreateUser.shape;

const good = [
  "ada@example.com",
  "  ada@example.com ",
  "a.b+tag@mail.example.co.uk",
  "o'hara@example.org",
  "x_y-z@a-b.io",
  "a&b@example.com",
  "a..b@docomo.ne.jp",
  "a.@ezweb.ne.jp",
  ".a@docomo.ne.jp",
  "#!$%&'*+/=?^_`{|}~-@example.org",
  `${"a".repeat(64)}@example.org`,
  "info@xn--mller-kva.xn--p1ai",
];
const bad: [string, RegExp][] = [
  ["ada", /has an @/],
  ["ada@", /after the @ is missing/],
  ["@example.com", /before the @ is missing/],
  ["ada@example", /“example” is not a complete domain. Did you mean example.com\?/],
  ["ada@example,org", /“example,org” is not a complete domain. Check it for typos./],
  ["ada@[mail]", /not a complete domain. Check it for typos./],
  ["ada@-example", /not a complete domain. Check it for typos./],
  ["a@b@example.com", /more than one/],
  ["a da@example.com", /space/],
  ["ada@example..com", /typos/],
  ["ada@.example.com", /typos/],
  ["ada@example.com.", /typos/],
  ["ada@-example.com", /typos/],
  ["ada@192.0.2.1", /typos/],
  ["ada@example.com\r\nBcc: b@example.com", /more than one/],
  ['"a b"@example.com', /space/],
  ["a,b@example.com", /typos/],
  ["<ada@example.com>", /typos/],
  ["jürgen@example.com", /A to Z/],
  [`${"a".repeat(65)}@example.com`, /at most 64/],
  [`a@${"b.".repeat(130)}com`, /at most 254/],
  [`a@${"b".repeat(64)}.com`, /typos/],
];

describe("a typed e-mail address", () => {
  test.each(good)("accepts %j, as the API does", (typed) => {
    expect(readEmail(typed)).toEqual({ email: typed.trim() });
    expect(Email.parse(typed)).toBe(typed.trim());
  });

  test.each(bad)("names the fault of %j, which the API refuses too", (typed, sentence) => {
    expect(readEmail(typed)).toEqual({ fault: expect.stringMatching(sentence) });
    expect(Email.safeParse(typed).error?.issues[0]?.message).toBe("an e-mail address");
  });

  test.each([
    ["Info@Müller.de", "Info@xn--mller-kva.de"],
    ["ada@例え。jp", "ada@xn--r8jz45g.jp"],
    ["ada@почта.рф", "ada@xn--80a1acny.xn--p1ai"],
    ["ada@faß.de", "ada@xn--fa-hia.de"],
  ])("keeps the international domain of %j in its ASCII form", (typed, email) => {
    expect(readEmail(typed)).toEqual({ email });
    expect(Email.parse(typed)).toBe(email);
  });

  test.each(["ada@mü/ller.de", "ada@mü:80.de", "ada@u:p@mü.de", "ada@mü%00.de", "ada@mü?.de"])(
    "takes no address apart: %j",
    (typed) => {
      expect(readEmail(typed)).toEqual({ fault: expect.any(String) });
      expect(Email.safeParse(typed).success).toBe(false);
    },
  );

  test("names no domain that an address could not have", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z,;_-]{1,9}$/)), (domain) => {
        const read = readEmail(`ada@${domain}`);
        const [, hint] = ("fault" in read && /Did you mean (.*)\?$/s.exec(read.fault)) || [];
        if (hint !== undefined) expect(readEmail(`ada@${hint}`)).toEqual({ email: `ada@${hint}` });
      }),
    );
    expect(readEmail("ada@example")).toEqual({ fault: expect.stringContaining("Did you mean example.com?") });
  });

  test("accepts no address", () => {
    expect(readEmail("   ")).toEqual({ empty: true });
  });
});
