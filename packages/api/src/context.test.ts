import { createHash } from "node:crypto";
import { createCore } from "@evently/core/create-core";
import { fakeTable } from "@evently/core/testing/fake-table";
import { openPrinter } from "@evently/tickets/open-printer";
import { describe, expect, it } from "vitest";
import { createContext } from "./context.ts";

const idOf = (token: string) => `session-${createHash("sha256").update(token).digest("base64url")}`;
const tokenOf = (user_id: string, letter: string) => `${user_id}.${letter.repeat(43)}`;
const [mine, other, unknown] = [tokenOf("user-00001", "m"), tokenOf("user-00002", "o"), tokenOf("user-00001", "u")];
const started = { token: "new", role: "attendee" } as const;

/** The context of a request with these headers, over a table that knows the sessions of `mine` and `other`. */
function open(
  given: Record<string, string>,
  url = "http://example.org/events",
  allowed: string[] = [],
  site?: string,
  age = 0,
) {
  const known = new Set([mine, other].map(idOf));
  const times = { renewed_at: now - age, last_used_at: now - age };
  const session = { ...times, created_at: "2026-01-01T00:00:00.000Z", session_version: 0, device: null };
  const user = { role: "attendee", email: null, phone: null, name: null, created_at: session.created_at };
  const { table, inputs } = fakeTable<{ RequestItems: Record<string, { Keys: { pk: string; sk: string }[] }> }>(
    ({ RequestItems = {} }) => ({
      Responses: Object.fromEntries(
        Object.entries(RequestItems).map(([name, { Keys }]) => [
          name,
          Keys.flatMap(({ pk, sk }) => {
            if (pk === sk) return { pk, sk, ...user, user_id: pk };
            return known.has(sk) ? { pk, sk, ...session } : [];
          }),
        ]),
      ),
    }),
  );
  const core = createCore({ table, rules: {} as never, gateway: {} as never, secret: "", clock: () => now });
  const headers = new Headers();
  const request = new Request(url, { headers: { host: "example.org", ...given } });
  const origins = { allowed, site };
  const context = createContext({
    core,
    printer: openPrinter(),
    request,
    headers,
    request_id: "r-1",
    network: null,
    origins,
  });
  return { context, reads: () => inputs.length, cookie: () => headers.get("set-cookie") };
}

/** Epoch seconds. */
const now = 1_800_000_000;

const cookie = (token: string) => ({ cookie: `theme=dark; evently_session=${token}` });
const sameSite = { origin: "http://example.org" };
const crossSite = { origin: "https://evil.example" };

describe("who calls", () => {
  it.each([
    ["nobody", {}, null],
    ["who a bearer's token stands for", { authorization: `Bearer ${mine}` }, "user-00001"],
    ["the user of a bearer token, in any spelling of Bearer", { authorization: `bearer  ${mine}` }, "user-00001"],
    ["who a cookie's token stands for", cookie(mine), "user-00001"],
    ["the bearer, where both come", { authorization: `Bearer ${other}`, ...cookie(mine) }, "user-00002"],
    ["nobody, where the token is unknown", { authorization: `Bearer ${unknown}` }, null],
    [
      "nobody, where the bearer is unknown and a cookie is not",
      { authorization: `Bearer ${unknown}`, ...cookie(mine) },
      null,
    ],
    ["nobody, by another scheme", { authorization: `Basic ${mine}` }, null],
    ["nobody, by two tokens", { authorization: `Bearer ${mine} ${other}` }, null],
  ])("is %s", async (_, headers, user_id) => {
    expect((await open(headers as Record<string, string>).context.findActor())?.user_id ?? null).toBe(user_id);
  });

  it("is looked up once, and only on demand", async () => {
    const { context, reads } = open(cookie(mine));
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
    expect(open({ ...crossSite, ...cookie(mine) }).context.isCrossSite).toBe(true);
    expect(open({ ...crossSite, ...cookie(unknown) }).context.isCrossSite).toBe(true);
  });

  it("is not cross-site with a bearer token, without credentials, or from an allowed origin", () => {
    expect(open({ ...crossSite, ...cookie(mine), authorization: `Bearer ${mine}` }).context.isCrossSite).toBe(false);
    expect(open(crossSite).context).toMatchObject({ isCrossSite: false, isFromOtherSite: true });
    expect(open({ ...crossSite, authorization: `Bearer ${mine}` }).context.isFromOtherSite).toBe(false);
    expect(open(sameSite).context.isFromOtherSite).toBe(false);
    expect(open({}).context.isFromOtherSite).toBe(false);
    expect(open({ ...crossSite, ...cookie(mine) }, undefined, [crossSite.origin]).context.isCrossSite).toBe(false);
    expect(open({ ...sameSite, ...cookie(mine) }).context.isCrossSite).toBe(false);
  });
});

describe("a new session", () => {
  it("is stored and deleted as a cookie in a browser on the site", () => {
    const { context, cookie } = open(sameSite);
    context.setSession(started);
    expect(cookie()).toContain("evently_session=new; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax");
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
      context.setSession(started);
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
      context.setSession(started);
      expect(cookie()).toContain("; Secure");
    }
    const site = "https://example.org";
    const bySetting = open({ origin: site, "x-forwarded-proto": "http" }, undefined, [], site);
    bySetting.context.setSession(started);
    expect(bySetting.cookie()).toContain("; Secure");
    const plain = open(sameSite);
    plain.context.setSession(started);
    expect(plain.cookie()).not.toContain("Secure");
  });
});

describe("a session that is three days old", () => {
  const day = 86_400;
  const renewed = `evently_session=${mine}; Path=/; Max-Age=34560000`;
  it.each([
    [
      "lasts longer, and its cookie with it, for a page of the site",
      { ...sameSite, ...cookie(mine) },
      3 * day,
      renewed,
    ],
    ["also where a page only reads", { "sec-fetch-site": "same-origin", ...cookie(mine) }, 3 * day, renewed],
    ["not before that", { ...sameSite, ...cookie(mine) }, 2 * day, null],
    ["not for a page that the site renders, which can't pass a cookie on", cookie(mine), 3 * day, null],
    ["without a cookie for a program", { authorization: `Bearer ${mine}` }, 3 * day, null],
  ])("%s", async (_, headers, age, expected) => {
    const { context, cookie: sent } = open(headers, undefined, [], undefined, age);
    await Promise.all([context.findActor(), context.findActor()]);
    expect(sent()?.slice(0, renewed.length) ?? null).toBe(expected);
    await context.core.background.settled();
  });
});
