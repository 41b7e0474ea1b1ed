import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { setCacheHeaders } from "./set-cache-headers.ts";

const cached = { "cache-control": "public, max-age=5" };
const app = new Hono();
app.use(setCacheHeaders);
app.get("/kept", (c) => c.json({ version: c.req.query("version") ?? "1" }, 200, cached));
app.get("/kept/cookie", (c) => c.json({}, 200, { ...cached, "set-cookie": "a=b" }));
app.get("/silent", (c) => c.json({}));
app.get("/private", (c) => c.json({}, 200, { "cache-control": "private, max-age=5" }));
app.get("/missing", (c) => c.json({}, 404));
app.get("/broken", () => {
  throw new Error("broken");
});
app.onError((_, c) => c.json({}, 500));
app.post("/change", (c) => c.json({}, 201));

async function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const answer = await app.request(path, { method, headers });
  const header = (name: string) => answer.headers.get(name);
  return { status: answer.status, text: await answer.text(), header };
}

it.each(["/kept", "/silent", "/missing", "/broken"])("%s is taken for nothing but what its type says", async (path) => {
  expect((await ask(path)).header("x-content-type-options")).toBe("nosniff");
});

describe("the cache headers of a response", () => {
  it("has its ETag and max-age if its route declares it public", async () => {
    const { status, header, text } = await ask("/kept");
    expect([status, header("cache-control"), header("vary")]).toEqual([
      200,
      cached["cache-control"],
      "Cookie, Authorization",
    ]);
    expect(header("etag")).toMatch(/^"[\w-]{27}"$/);
    expect(header("content-type")).toBe("application/json");
    expect(text).toBe('{"version":"1"}');
  });

  it.each([
    ["a cookie", "/kept", { cookie: "theme=dark" }],
    ["a token", "/kept", { authorization: "Bearer x" }],
    ["any way to say who one is", "/kept", { authorization: "Basic x" }],
    ["a cookie in the answer", "/kept/cookie", {}],
  ] as [string, string, Record<string, string>][])("is no-store for %s", async (_, path, headers) => {
    const { header } = await ask(path, headers);
    expect([header("cache-control"), header("etag")]).toEqual(["private, no-store", null]);
  });

  it.each([
    ["GET", "/silent"],
    ["GET", "/private"],
    ["GET", "/missing"],
    ["GET", "/broken"],
    ["GET", "/nowhere"],
    ["POST", "/change"],
  ])("is no-store by default: %s %s", async (method, path) => {
    const { header } = await ask(path, {}, method);
    expect([header("cache-control"), header("etag")]).toEqual(["no-store", null]);
  });
});

describe("a request that sends the tag back", () => {
  const tag = async (path = "/kept") => String((await ask(path)).header("etag"));

  it("gets 304 without a body, with the cache headers", async () => {
    const { status, text, header } = await ask("/kept", { "if-none-match": await tag() });
    expect([status, text, header("content-type")]).toEqual([304, "", null]);
    expect([header("etag"), header("cache-control"), header("vary")]).toEqual([
      await tag(),
      cached["cache-control"],
      "Cookie, Authorization",
    ]);
  });

  it.each([
    ["made weak by a proxy", (etag: string) => `W/${etag}`],
    ["among others", (etag: string) => `"x", ${etag}`],
    ["as any", () => "*"],
  ])("also %s", async (_, spell) => {
    expect((await ask("/kept", { "if-none-match": spell(await tag()) })).status).toBe(304);
  });

  it("gets the new response once it changed", async () => {
    const { status, text } = await ask("/kept?version=2", { "if-none-match": await tag() });
    expect([status, text]).toEqual([200, '{"version":"2"}']);
    expect(await tag("/kept?version=2")).not.toBe(await tag());
  });

  it("gets a private response in full", async () => {
    const headers = { "if-none-match": await tag(), cookie: "session=a" };
    expect(await ask("/kept", headers)).toMatchObject({ status: 200, text: '{"version":"1"}' });
  });

  it("treats HEAD alike", async () => {
    const { status, header, text } = await ask("/kept", {}, "HEAD");
    expect([status, header("etag"), text]).toEqual([200, await tag(), ""]);
  });
});
