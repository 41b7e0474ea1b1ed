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
])("%s is no public origin", (origin) => {
  expect(() => readEnvironment({ PUBLIC_ORIGIN: origin })).toThrow(/^PUBLIC_ORIGIN must be an origin such as/);
});
