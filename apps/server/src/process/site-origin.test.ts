import { expect, it } from "vitest";
import { findSiteOrigin } from "./site-origin.ts";

const WEB_PORT = 3000;

it.each([
  [{ PUBLIC_ORIGIN: "https://tickets.example", HOST: "0.0.0.0" }, "https://tickets.example"],
  [{ PUBLIC_ORIGIN: undefined, HOST: "127.0.0.1" }, "http://127.0.0.1:3000"],
  [{ PUBLIC_ORIGIN: undefined, HOST: "::1" }, "http://[::1]:3000"],
  [{ PUBLIC_ORIGIN: undefined, HOST: "0.0.0.0" }, null],
])("with %j the site is at %s", (settings, origin) => {
  expect(findSiteOrigin({ ...settings, WEB_PORT })).toBe(origin);
});
