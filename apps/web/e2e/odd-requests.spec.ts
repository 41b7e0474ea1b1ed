import { expect, test } from "@playwright/test";
import { readStack } from "./stack";

/** What the built site answers, renderer included, to what no browser asks by itself. */
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${readStack().sites.usual}${path}`, { headers, redirect: "manual" });

test("an address that no text has is not found @one-size", async () => {
  expect((await ask("/events/%E0%A4%A")).status).toBe(404);
});

test("no image is resized for anybody @one-size", async () => {
  const image = encodeURIComponent("/icon.svg");
  expect((await ask(`/_next/image?url=${image}&w=64&q=75`)).status).toBe(404);
});

test("a host that is none changes no answer @one-size", async () => {
  for (const path of ["/", "/bookings", "/api/events?limit=1"])
    for (const host of ["a b/c", "evil.example", ""])
      expect((await ask(path, { "x-forwarded-host": host })).status, `${path} for ${host}`).toBe(200);
});

test("no answer says where the API is @one-size", async () => {
  const { sites, apis } = readStack();
  for (const path of ["/api/events?limit=1", "/api/nowhere", "/api/health", "/"]) {
    const { headers } = await ask(path);
    const said = JSON.stringify([...headers]).replaceAll(sites.usual, "");
    expect(said, path).not.toContain(new URL(apis.usual).host);
    expect(headers.get("x-middleware-rewrite"), path).toBeNull();
  }
});
