import { describe, expect, it } from "vitest";
import { judgeOrigin } from "./judge-origin.ts";

const judge = (headers: Record<string, string>, allowed: string[] = []) => judgeOrigin(new Headers(headers), allowed);

describe("where a request comes from", () => {
  it("is no page where nothing says so", () => {
    expect(judge({ host: "api.example.org" })).toBe("none");
    expect(judge({ host: "api.example.org", "sec-fetch-site": "none" })).toBe("none");
  });

  it("is the site's own page where the origin is the host asked for", () => {
    expect(judge({ host: "example.org", origin: "https://example.org" })).toBe("own");
    expect(judge({ host: "127.0.0.1:8000", "x-forwarded-host": "example.org", origin: "https://example.org" })).toBe(
      "own",
    );
  });

  it("is foreign for another host, another port, no real origin, or a forwarded host that is not the origin's", () => {
    expect(judge({ host: "example.org", origin: "https://example.org.evil.net" })).toBe("foreign");
    expect(judge({ host: "example.org", origin: "https://example.org:8443" })).toBe("foreign");
    expect(judge({ host: "example.org", origin: "null" })).toBe("foreign");
    expect(judge({ host: "evil.net", "x-forwarded-host": "example.org", origin: "https://evil.net" })).toBe("foreign");
  });

  it("is own for an allowed origin, to the letter", () => {
    const allowed = ["https://tickets.example.org"];
    expect(judge({ host: "api.example.org", origin: "https://tickets.example.org" }, allowed)).toBe("own");
    expect(judge({ host: "api.example.org", origin: "http://tickets.example.org" }, allowed)).toBe("foreign");
    expect(judge({ host: "api.example.org", origin: "https://evil.net" }, ["*"])).toBe("foreign");
  });

  it("believes the browser that names another site", () => {
    expect(judge({ host: "example.org", "sec-fetch-site": "cross-site" })).toBe("foreign");
    expect(judge({ host: "example.org", "sec-fetch-site": "same-site" })).toBe("foreign");
    expect(judge({ host: "example.org", origin: "https://example.org", "sec-fetch-site": "cross-site" })).toBe(
      "foreign",
    );
    expect(judge({ host: "example.org", origin: "https://example.org", "sec-fetch-site": "same-origin" })).toBe("own");
  });
});
