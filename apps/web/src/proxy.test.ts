import { NextRequest } from "next/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { proxy } from "./proxy";

beforeEach(() => vi.stubEnv("API_ORIGIN", "http://10.0.0.1:8000"));
afterEach(() => vi.unstubAllEnvs());

const ask = (path: string) => proxy(new NextRequest(`http://site${path}`));

test.each([
  ["/api/events?search=a%20b", "http://10.0.0.1:8000/events?search=a%20b"],
  ["/api//evil.example/events", "http://10.0.0.1:8000//evil.example/events"],
  ["/api/..%2f..%2fevents", "http://10.0.0.1:8000/..%2f..%2fevents"],
  ["/api/@evil.example/", "http://10.0.0.1:8000/@evil.example/"],
])("%s goes to the API", (path, target) => {
  expect(ask(path).headers.get("x-middleware-rewrite")).toBe(target);
});

test.each(["/api@evil.example/", "/api.evil.example/", "/api1/events", "/api:80/events"])("%s goes nowhere", (path) => {
  const { status, headers } = ask(path);
  expect([status, headers.get("x-middleware-rewrite")]).toEqual([404, null]);
});
