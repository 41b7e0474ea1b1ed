import { describe, expect, it } from "vitest";
import { classifyOrigin } from "./classify-origin.ts";

const classify = (headers: Record<string, string>, allowed: string[] = [], site?: string) =>
  classifyOrigin(new Headers(headers), { allowed, site });

describe("the origin of a request", () => {
  it("is none without headers", () => {
    expect(classify({ host: "api.example.org" })).toBe("none");
    expect(classify({ host: "api.example.org", "sec-fetch-site": "none" })).toBe("none");
  });

  it("is trusted if it is the requested host", () => {
    expect(classify({ host: "example.org", origin: "https://example.org" })).toBe("trusted");
    expect(classify({ host: "127.0.0.1:8000", "x-forwarded-host": "example.org", origin: "https://example.org" })).toBe(
      "trusted",
    );
  });

  it("is cross-site for another host, another port, an opaque origin, or a different forwarded host", () => {
    expect(classify({ host: "example.org", origin: "https://example.org.evil.net" })).toBe("cross-site");
    expect(classify({ host: "example.org", origin: "https://example.org:8443" })).toBe("cross-site");
    expect(classify({ host: "example.org", origin: "null" })).toBe("cross-site");
    expect(classify({ host: "evil.net", "x-forwarded-host": "example.org", origin: "https://evil.net" })).toBe(
      "cross-site",
    );
  });

  it("is trusted for exactly an allowed origin", () => {
    const allowed = ["https://tickets.example.org"];
    expect(classify({ host: "api.example.org", origin: "https://tickets.example.org" }, allowed)).toBe("trusted");
    expect(classify({ host: "api.example.org", origin: "http://tickets.example.org" }, allowed)).toBe("cross-site");
    expect(classify({ host: "api.example.org", origin: "https://evil.net" }, ["*"])).toBe("cross-site");
  });

  it("is trusted for exactly the site, where its origin is set, whatever host was requested", () => {
    const site = "https://tickets.example.org";
    expect(classify({ host: "127.0.0.1:8000", origin: site }, [], site)).toBe("trusted");
    const rebound = { host: "evil.net", "x-forwarded-host": "evil.net", origin: "http://evil.net" };
    expect(classify(rebound)).toBe("trusted");
    expect(classify(rebound, [], site)).toBe("cross-site");
    expect(classify({ host: "tickets.example.org", origin: "http://tickets.example.org" }, [], site)).toBe(
      "cross-site",
    );
  });

  it("is cross-site if the browser says so", () => {
    expect(classify({ host: "example.org", "sec-fetch-site": "cross-site" })).toBe("cross-site");
    expect(classify({ host: "example.org", "sec-fetch-site": "same-site" })).toBe("cross-site");
    expect(classify({ host: "example.org", origin: "https://example.org", "sec-fetch-site": "cross-site" })).toBe(
      "cross-site",
    );
    expect(classify({ host: "example.org", origin: "https://example.org", "sec-fetch-site": "same-origin" })).toBe(
      "trusted",
    );
  });
});
