import { createHash } from "node:crypto";
import { createCore } from "@evently/core/create-core";
import { fakeTable } from "@evently/core/testing/fake-table";
import { describe, expect, it } from "vitest";
import { createContext } from "./context.ts";

const hashOf = (token: string) => `session-${createHash("sha256").update(token).digest("base64url")}`;

/** The context of a request with these headers, over a table that knows the sessions of `mine` and `other`. */
function open(given: Record<string, string>, url = "http://example.org/events", allowed: string[] = [], site?: string) {
  const known = new Map([
    [hashOf("mine"), "user-00001"],
    [hashOf("other"), "user-00002"],
  ]);
  const { table, inputs } = fakeTable<{ Key: { pk: string } }>(({ Key }) => {
    const user_id = known.get(Key.pk);
    return { Item: user_id && { user_id, role: "guest", ends_at: Number.MAX_SAFE_INTEGER } };
  });
  const core = createCore({ table, rules: {} as never, gateway: {} as never, secret: "" });
  const headers = new Headers();
  const request = new Request(url, { headers: { host: "example.org", ...given } });
  const origins = { allowed, site };
  const context = createContext({ core, request, headers, request_id: "r-1", network: null, origins });
  return { context, reads: () => inputs.length, cookie: () => headers.get("set-cookie") };
}

const cookie = (token: string) => ({ cookie: `theme=dark; evently_session=${token}` });
const sameSite = { origin: "http://example.org" };
const crossSite = { origin: "https://evil.example" };

describe("who calls", () => {
  it.each([
    ["nobody", {}, null],
    ["who a bearer's token stands for", { authorization: "Bearer mine" }, "user-00001"],
    ["the user of a bearer token, in any spelling of Bearer", { authorization: "bearer  mine" }, "user-00001"],
    ["who a cookie's token stands for", cookie("mine"), "user-00001"],
    ["the bearer, where both come", { authorization: "Bearer other", ...cookie("mine") }, "user-00002"],
    ["nobody, where the token is unknown", { authorization: "Bearer unknown" }, null],
    [
      "nobody, where the bearer is unknown and a cookie is not",
      { authorization: "Bearer unknown", ...cookie("mine") },
      null,
    ],
    ["nobody, by another scheme", { authorization: "Basic mine" }, null],
    ["nobody, by two tokens", { authorization: "Bearer mine other" }, null],
  ])("is %s", async (_, headers, user_id) => {
    expect((await open(headers as Record<string, string>).context.findActor())?.user_id ?? null).toBe(user_id);
  });

  it("is looked up once, and only on demand", async () => {
    const { context, reads } = open(cookie("mine"));
    expect(reads()).toBe(0);
    const found = await Promise.all([context.findActor(), context.findActor()]);
    expect(await context.findActor()).toEqual(found[0]);
    expect(reads()).toBe(1);
  });

  it("costs no read without a token", async () => {
    const { context, reads } = open({});
    await context.findActor();
    expect(reads()).toBe(0);
  });
});

describe("a request from another site's page", () => {
  it("is cross-site with a cookie, valid or not", () => {
    expect(open({ ...crossSite, ...cookie("mine") }).context.isCrossSite).toBe(true);
    expect(open({ ...crossSite, ...cookie("unknown") }).context.isCrossSite).toBe(true);
  });

  it("is not cross-site with a bearer token, without credentials, or from an allowed origin", () => {
    expect(open({ ...crossSite, ...cookie("mine"), authorization: "Bearer mine" }).context.isCrossSite).toBe(false);
    expect(open(crossSite).context.isCrossSite).toBe(false);
    expect(open({ ...crossSite, ...cookie("mine") }, undefined, [crossSite.origin]).context.isCrossSite).toBe(false);
    expect(open({ ...sameSite, ...cookie("mine") }).context.isCrossSite).toBe(false);
  });
});

describe("a new session", () => {
  it("is stored and deleted as a cookie in a browser on the site", () => {
    const { context, cookie } = open(sameSite);
    context.setSession("new");
    expect(cookie()).toContain("evently_session=new; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax");
    const ending = open(sameSite);
    ending.context.clearSession();
    expect(ending.cookie()).toContain("evently_session=; Path=/; Max-Age=0");
  });

  it("sets no cookie for a program or another site, and one for an allowed origin", () => {
    for (const [headers, allowed, sets] of [
      [{}, [], false],
      [crossSite, [], false],
      [crossSite, [crossSite.origin], true],
    ] as const) {
      const { context, cookie } = open(headers, undefined, [...allowed]);
      context.setSession("new");
      context.clearSession();
      expect(cookie() !== null).toBe(sets);
    }
  });

  it("is Secure if the visitor uses https, also behind a proxy", () => {
    const secure = [
      open({ origin: "https://example.org" }, "https://example.org/events"),
      open({ origin: "https://example.org", "x-forwarded-proto": "https" }),
    ];
    for (const { context, cookie } of secure) {
      context.setSession("new");
      expect(cookie()).toContain("; Secure");
    }
    const site = "https://example.org";
    const bySetting = open({ origin: site, "x-forwarded-proto": "http" }, undefined, [], site);
    bySetting.context.setSession("new");
    expect(bySetting.cookie()).toContain("; Secure");
    const plain = open(sameSite);
    plain.context.setSession("new");
    expect(plain.cookie()).not.toContain("Secure");
  });
});
