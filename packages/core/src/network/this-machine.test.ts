import { expect, it } from "vitest";
import { isThisMachine } from "./this-machine.rules.ts";

it.each(["localhost", "site.localhost", "127.0.0.1", "127.8.9.10", "[::1]", "::1"])("%s is this machine", (host) => {
  expect(isThisMachine(host)).toBe(true);
});

it.each(["", "0.0.0.0", "::", "10.0.0.1", "localhost.example", "127.0.0.1.example", "tickets.example"])(
  "%s may be another",
  (host) => {
    expect(isThisMachine(host)).toBe(false);
  },
);
