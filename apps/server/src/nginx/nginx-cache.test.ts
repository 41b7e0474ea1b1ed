import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canRunNginx, type OpenNginx, openNginx, say } from "../testing/nginx/open-nginx.ts";

const keep = { "cache-control": "public, max-age=600" };

describe.runIf(canRunNginx())("the cache of nginx", () => {
  let open: OpenNginx;
  beforeAll(async () => {
    open = await openNginx({ patient: true });
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
    await expect.poll(ask).toBe("HIT");
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

  it("counts one request where many strangers wait for the same", async () => {
    const path = `/api/same?${say(keep)}`;
    const crowd = await Promise.all(Array.from({ length: 200 }, () => open.ask(path, { from: "127.0.0.17" })));
    expect(new Set(crowd.map(({ status }) => status))).toEqual(new Set([200]));
    expect(open.api.seen.filter(({ url }) => url?.startsWith("/same"))).toHaveLength(1);
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

  it("never stores the response to a change or a page that is one's own", async () => {
    open.site.say(keep);
    for (const [path, method] of [
      [`/api/change?${say(keep)}`, "POST"],
      ["/bookings", "GET"],
      ["/events/event-00001/calendar.ics", "GET"],
      ["/events/event-0000000000001", "GET"],
      ["/", "POST"],
    ] as const) {
      const first = await read(path, {}, method);
      expect([path, await read(path, {}, method)]).not.toEqual([path, first]);
    }
  });
});

const shown = { "cache-control": "public, max-age=0, s-maxage=600", vary: "rsc, Accept-Language, Accept-Encoding" };

describe.runIf(canRunNginx())("pages that nginx keeps", () => {
  let open: OpenNginx;
  beforeAll(async () => {
    open = await openNginx({ patient: true });
    open.site.say(shown);
  });
  afterAll(() => open?.close());

  const read = async (path: string, headers: Record<string, string> = {}) => (await open.ask(path, { headers })).text;
  const urlsOf = (path: string) => open.site.seen.map(({ url }) => url).filter((url) => url?.startsWith(path));

  it.each(["/", "/events/event-00001", "/events/event-00001/opengraph-image"])(
    "are the same for everyone at %s, whatever stands in the address, with a session and without",
    async (path) => {
      const kept = await read(path);
      for (const address of [`${path}?utm_source=mail`, `${path}?x=1&y=2`])
        expect(await read(address, { cookie: "evently_session=a" })).toBe(kept);
      expect(await read(path, { authorization: "Bearer a" })).toBe(kept);
    },
  );

  it("are asked for under their one name, however they are spelled", async () => {
    await read("/events/%65vent-00002?seats=A-1&say-x=1");
    await read("//events/./event-00002");
    expect(urlsOf("/events/event-00002")).toEqual(["/events/event-00002"]);
    expect(urlsOf("//")).toEqual([]);
  });

  it("are lists by the filters that the page knows, and by what it is asked for with", async () => {
    const kept = await read("/?utm=1&tag=opera&city=Vail&city=Oslo");
    expect(await read("/?city=Vail&tag=opera&fbclid=2")).toBe(kept);
    expect(await read("/?city=Oslo&tag=opera")).not.toBe(kept);
    const [asked] = urlsOf("/?").map((url) => new URL(url ?? "", "http://site").searchParams);
    expect([asked?.get("city"), asked?.get("tag"), asked?.get("utm")]).toEqual(["Vail", "opera", null]);
    // nginx takes no notice of a parameter's case, the site does: what is kept is what was asked for.
    await read("/?ARTIST=Bach");
    expect(new URL(urlsOf("/?").at(-1) ?? "", "http://site").searchParams.get("artist")).toBe("Bach");
  });

  it("are separate by language and compression", async () => {
    const path = "/events/event-00003";
    const asked: Record<string, string>[] = [
      {},
      { "accept-language": "fr" },
      { "accept-encoding": "gzip, br" },
      { "accept-encoding": "gzip;q=0" },
    ];
    const answers = [];
    for (const headers of asked) answers.push(await read(path, headers));
    expect(new Set(answers).size).toBe(3);
    expect(answers[3]).toBe(answers[0]);
    const sent = open.site.seen.slice(-3).map(({ headers }) => headers["accept-encoding"] ?? "");
    expect(sent).toEqual(["", "", "gzip"]);
  });

  it("are what is asked for with an empty RSC header, which the site takes for none as well", async () => {
    const path = "/events/event-00021";
    const kept = await read(path);
    expect(await read(path, { rsc: "" })).toBe(kept);
  });

  it.each([{ rsc: "1" }, { rsc: "0" }])("are not what Next's router asks for: %j", async (headers) => {
    const path = "/events/event-00004";
    const kept = await read(path);
    const own = await read(`${path}?_rsc=a`, headers);
    expect(own).not.toBe(kept);
    expect(open.site.seen.at(-1)?.url).toBe(`${path}?_rsc=a`);
    expect(await read(path)).toBe(kept);
  });

  it.each([
    ["says private", { "cache-control": "private, no-store" }],
    ["sets a cookie", { ...shown, "set-cookie": "a=b" }],
    ["says nothing", {}],
  ] as [string, Record<string, string>][])("are none whose answer %s", async (_, headers) => {
    const path = `/events/event-1${_.length}`;
    open.site.say(headers);
    const first = await read(path);
    expect(await read(path)).not.toBe(first);
    open.site.say(shown);
  });

  it("come with the time at which they are sent, however old they are", async () => {
    const path = "/events/event-00006";
    open.site.say({ ...shown, "server-timing": "now;dur=1000000000" });
    const before = Date.now() / 1000;
    for (const state of ["MISS", "HIT"]) {
      const { headers } = await open.ask(path);
      const [, sentAt] = /^now;dur=(\d+\.\d+)$/.exec(String(headers["server-timing"])) ?? [];
      expect([headers["x-cache"], Math.abs(Number(sentAt) - before) < 60]).toEqual([state, true]);
    }
    open.site.say(shown);
    expect((await open.ask("/events/event-00007")).headers["server-timing"]).toBeUndefined();
  });

  it("are shown a little longer while a new one is fetched, as long as the site says", async () => {
    const path = "/events/event-00005";
    open.site.say({ "cache-control": "public, s-maxage=1, stale-while-revalidate=600" });
    const old = await open.ask(path);
    const states: string[] = [];
    const ask = async () => {
      const { text, headers } = await open.ask(path);
      if (text === old.text) states.push(String(headers["x-cache"]));
      return text;
    };
    await expect.poll(ask).not.toBe(old.text);
    expect(states).toContain("STALE");
    expect(["MISS", "EXPIRED", "BYPASS"].filter((state) => states.includes(state))).toEqual([]);
    open.site.say(shown);
  });
});
