import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createGatewayReader } from "./read-gateway";

/** An API that answers with `gateway`, or with a failure while that is null. */
async function openApi(gateway: string | null) {
  const api = { gateway, asked: [] as string[], origin: "" };
  const server = createServer((request, response) => {
    api.asked.push(String(request.url));
    if (api.gateway === null) return void response.writeHead(503).end("busy");
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ result: { data: { gateway: api.gateway } } }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  api.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
}

test("the API is asked once for all who come at once, and again a minute later", async () => {
  const api = await openApi("stripe");
  let now = 0;
  const usesStripe = createGatewayReader(api.origin, () => now);
  expect(await Promise.all([usesStripe(), usesStripe(), usesStripe()])).toEqual([true, true, true]);
  now = 59_999;
  expect(await usesStripe()).toBe(true);
  expect(api.asked).toEqual(["/trpc/limits.get"]);
  api.gateway = "test";
  now = 60_000;
  expect(await usesStripe()).toBe(false);
  expect(api.asked).toHaveLength(2);
});

test("an API that fails changes nothing of what is known, and is asked again by the next page", async () => {
  const api = await openApi(null);
  let now = 0;
  const usesStripe = createGatewayReader(api.origin, () => now);
  expect(await usesStripe()).toBe(false);
  api.gateway = "stripe";
  expect(await usesStripe()).toBe(true);
  api.gateway = null;
  now = 60_000;
  expect(await usesStripe()).toBe(true);
  expect(api.asked).toHaveLength(3);
});
