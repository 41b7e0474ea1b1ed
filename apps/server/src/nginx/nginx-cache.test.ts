import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canRunNginx, type OpenNginx, openNginx, say } from "../testing/nginx/open-nginx.ts";

const keep = { "cache-control": "public, max-age=600" };

describe.runIf(canRunNginx())("the cache of nginx", () => {
  let open: OpenNginx;
  beforeAll(async () => {
    open = await openNginx();
  });
  afterAll(() => open?.close());

  const read = async (path: string, headers: Record<string, string> = {}, method = "GET") =>
    (await open.ask(path, { headers, method })).text;

  /** The response once it comes from the cache, which stores it a moment after it was sent. */
  async function readKept(path: string): Promise<string> {
    let kept = "";
    const ask = async () => {
      const { text, headers } = await open.ask(path);
      kept = text;
      return headers["x-cache"];
    };
    await expect.poll(ask, { timeout: 10_000 }).toBe("HIT");
    return kept;
  }

  it("stores a public response for as long as the API says", async () => {
    const path = `/api/kept?${say(keep)}`;
    expect((await open.ask(path)).headers["x-cache"]).toBe("MISS");
    const kept = await readKept(path);
    const countFetches = () => open.api.seen.filter(({ url }) => url?.startsWith("/kept")).length;
    const before = countFetches();
    expect(await Promise.all([read(path), read(path), read(path)])).toEqual([kept, kept, kept]);
    expect(countFetches()).toBe(before);
    expect(await read(`${path}&other=1`)).not.toBe(kept);
  });

  it("is filled by one request, however many want it at once", async () => {
    const path = `/api/crowd?${say(keep)}`;
    const crowd = await Promise.all(Array.from({ length: 40 }, () => read(path)));
    expect(new Set(crowd).size).toBe(1);
    expect(open.api.seen.filter(({ url }) => url?.startsWith("/crowd"))).toHaveLength(1);
  });

  it("has nothing of tRPC, so that no request waits for another", async () => {
    const path = `/api/trpc/seat.map?${say(keep)}`;
    const [first, second] = [await open.ask(path), await open.ask(path)];
    expect([first.headers["x-cache"], second.headers["x-cache"]]).toEqual(["BYPASS", "BYPASS"]);
    expect(second.text).not.toBe(first.text);
  });

  it.each([
    ["says nothing", {}],
    ["says private", { "cache-control": "private, max-age=600" }],
    ["says no-store", { "cache-control": "no-store" }],
    ["says max-age=0", { "cache-control": "public, max-age=0" }],
    ["sets a cookie", { ...keep, "set-cookie": "session=abc" }],
  ] as [string, Record<string, string>][])("is nothing where the answer %s", async (name, headers) => {
    const path = `/api/unkept?case=${encodeURIComponent(name)}&${say(headers)}`;
    const first = await read(path);
    expect(await read(path)).not.toBe(first);
  });

  it.each([
    ["a cookie", { cookie: "session=a" }],
    ["the cookie 0", { cookie: "0" }],
    ["a token", { authorization: "Bearer a" }],
    ["the token 0", { authorization: "0" }],
  ] as [string, Record<string, string>][])("is never for or from a request with %s", async (name, who) => {
    const path = `/api/personal?case=${encodeURIComponent(name)}&${say(keep)}`;
    const theirs = `for ${Object.values(who)[0]} `;
    const own = await read(path, who);
    expect(own).toContain(theirs);
    const anyone = await readKept(path);
    expect(anyone).toContain("anyone");
    const again = await read(path, who);
    expect(again).toContain(theirs);
    expect(again).not.toBe(own);
    expect(await read(path)).toBe(anyone);
  });

  it("is separate by host and origin, since responses contain both", async () => {
    const path = `/api/apart?${say(keep)}`;
    const answers = [
      await read(path),
      await read(path, { host: "other.example" }),
      await read(path, { origin: "https://shop.example" }),
      await read(path, { "x-forwarded-proto": "https" }),
    ];
    expect(new Set(answers).size).toBe(4);
  });

  it("never stores the response to a change or the site's pages", async () => {
    for (const [path, method] of [
      [`/api/change?${say(keep)}`, "POST"],
      [`/events/event-00001?${say(keep)}`, "GET"],
    ] as const) {
      const first = await read(path, {}, method);
      expect(await read(path, {}, method)).not.toBe(first);
    }
  });
});
