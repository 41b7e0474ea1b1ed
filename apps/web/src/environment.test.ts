import { expect, test } from "vitest";
import { readEnvironment } from "./environment";

test.each(["https://tickets.example", "http://localhost:3000"])("the site is public at %s", (origin) => {
  expect(readEnvironment({ PUBLIC_ORIGIN: origin }).publicOrigin).toBe(origin);
});

test.each([undefined, ""])("without a public origin (%j) it is this machine's", (origin) => {
  expect(readEnvironment({ PUBLIC_ORIGIN: origin, PORT: "3210" }).publicOrigin).toBe("http://127.0.0.1:3210");
});

test.each([
  "tickets.example",
  "https://tickets.example/",
  "https://tickets.example/shop",
  "ftp://tickets.example",
  "*",
])("%s is no origin, of the site or of the API", (origin) => {
  for (const name of ["PUBLIC_ORIGIN", "API_ORIGIN"])
    expect(() => readEnvironment({ [name]: origin })).toThrow(new RegExp(`^${name} must be an origin such as`));
});

test.each(["0", "65536", "http", "3000.5"])("%s is no port", (PORT) => {
  expect(() => readEnvironment({ PORT })).toThrow(`PORT must be a port from 1 to 65535, not "${PORT}".`);
});

test("the site's limits are the API's", () => {
  const read = (text?: string) => readEnvironment(text === undefined ? {} : { RATE_LIMIT_PER_SECOND: text });
  expect([read(), read(""), read("0"), read("25")].map((read) => read.rateLimitPerSecond)).toEqual([10, 10, 0, 25]);
  expect(() => read("-1")).toThrow('RATE_LIMIT_PER_SECOND must be a whole number from 0 on, not "-1".');
});
