import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { alice, bob, openSite } from "../open-site.fixture";
import { createSharedAnswer } from "./answer-shared";

test.each(["/", "/events/event-00001"])(
  "everyone gets the same page at %s, with nothing of anyone in it",
  async (path) => {
    const { ask, seen } = await openSite();
    const answers = [await ask({ path, headers: alice }), await ask({ path: `${path}?utm=1`, headers: bob })];
    expect(seen).toHaveLength(1);
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
      "accept-language",
      "content-security-policy",
      "host",
      "x-forwarded-host",
      "x-forwarded-proto",
      "x-shared-page",
    ]);
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers[0]?.text).not.toMatch(/alice|bob|192\.0\.2|evil|Bearer/);
  },
);

test("a rush on one page is one render", async () => {
  const { ask, seen } = await openSite();
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask({ path: "/" })));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(seen).toHaveLength(1);
});

test("a page that is not found is kept, but whoever has a cookie is asked for", async () => {
  const { ask, seen } = await openSite(({ headers }, response) => {
    const isOwner = headers.cookie === alice?.cookie;
    response.writeHead(isOwner ? 200 : 404, { "content-type": "text/html" }).end(isOwner ? "a draft" : "nothing");
  });
  const path = "/events/event-00001";
  expect(await ask({ path })).toMatchObject({ status: 404, headers: { "cache-control": "private, no-store" } });
  expect(await ask({ path })).toMatchObject({ status: 404 });
  expect(seen).toHaveLength(1);
  expect(await ask({ path, headers: alice })).toMatchObject({ status: 200, text: "a draft" });
  expect(await ask({ path, headers: bob })).toMatchObject({ status: 404 });
  expect(await ask({ path })).toMatchObject({ status: 404, text: "nothing" });
});

test.each([
  ["searches", (n: number) => `/?search=${n}`],
  ["events that there are not", (n: number) => `/events/event-${n}`],
])("whoever asks for ever new %s is told to wait, and nobody else", async (_, addressOf) => {
  const { ask, seen } = await openSite();
  const from = (address: string, n: number) => ask({ path: addressOf(n), headers: { "x-forwarded-for": address } });
  const answers = await Promise.all(Array.from({ length: 120 }, (_unused, n) => from("192.0.2.1", n)));
  const refused = answers.filter(({ status }) => status === 429);
  expect([seen.length, refused.length]).toEqual([100, 20]);
  expect(Number(refused[0]?.headers["retry-after"])).toBeGreaterThan(0);
  expect(refused[0]?.headers["cache-control"]).toBe("no-store");
  expect((await from("192.0.2.1", 1)).status).toBe(200);
  expect((await from("192.0.2.2", 200)).status).toBe(200);
  expect((await ask({ path: "/", headers: { "x-forwarded-for": "192.0.2.1" } })).status).toBe(200);
});

test("who opens a page that waits in a crowd's line waits in their own", async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const answer = createSharedAnswer(10, async (path) => {
    begun.push(path);
    await new Promise<void>((done) => ends.push(done));
    return { status: 200, headers: { "content-type": "text/html" }, body: Buffer.from("a page") };
  });
  const from = (visitor: string, n: number) => {
    const request = new IncomingMessage(new Socket());
    const address = new URL(`http://site/events/event-${n}`);
    return answer({ request, response: new ServerResponse(request), address, visitor });
  };
  const crowd = Array.from({ length: 12 }, (_, n) => from("crowd", n));
  const others = [from("one", 11), from("another", 10)];
  await expect.poll(() => ends.length).toBe(3);
  for (let n = 0; n < 12; n++) {
    await expect.poll(() => ends.length).toBeGreaterThan(n);
    ends[n]?.();
  }
  expect(await Promise.all([...crowd, ...others])).not.toContain(false);
  expect(begun.map((path) => path.replace("/events/event-", ""))).toEqual(
    [0, 1, 2, 3, 11, 10, 4, 5, 6, 7, 8, 9].map(String),
  );
});

test("a picture is kept as it is drawn, and one that only its owner may see is not", async () => {
  const png = Buffer.from([137, 80, 78, 71, 0, 255, 254, 13, 10]);
  const { ask, seen } = await openSite(({ url, headers }, response) => {
    const isThere = url?.includes("event-00001") || headers.cookie !== undefined;
    if (!isThere) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": ["image/png"], "cache-control": "private, no-store" }).end(png);
  });
  const path = "/events/event-00001/opengraph-image";
  const first = await ask({ path: `${path}?abc`, headers: { "accept-encoding": "gzip" } });
  expect(first.headers).toMatchObject({ "content-type": "image/png", "content-length": String(png.length) });
  expect(first.headers["cache-control"]).toMatch(/^public, max-age=0, s-maxage=/);
  expect(first.headers).not.toHaveProperty("content-encoding");
  expect((await ask({ path, headers: alice })).text).toBe(first.text);
  expect(seen).toHaveLength(1);
  const draft = "/events/event-00002/opengraph-image";
  expect(await ask({ path: draft })).toMatchObject({ status: 404, headers: { "cache-control": "private, no-store" } });
  const own = await ask({ path: draft, headers: alice });
  expect(own).toMatchObject({ status: 200, headers: { "cache-control": "private, no-store" } });
  expect(await ask({ path: draft })).toMatchObject({ status: 404 });
});
