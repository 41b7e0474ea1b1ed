import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppRouter } from "@evently/api/root";
import { createTRPCClient } from "@trpc/client";
import { expect, onTestFinished, test } from "vitest";
import { linkFromPage } from "./link-from-page";
import { makeQueryClient } from "./query-client";

const failure = { error: "Too many requests.", error_code: "RATE_LIMITED", details: {} };

test("a page does not wait where a rate limit refuses it", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.writeHead(429, { "retry-after": "3600", "content-type": "application/json" }).end(JSON.stringify(failure));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const limit = AbortSignal.timeout(60_000);
  const api = createTRPCClient<AppRouter>({
    links: [
      linkFromPage(
        origin,
        () => Promise.resolve({}),
        () => limit,
      ),
    ],
  });
  await expect(api.limits.get.query()).rejects.toThrow();
  const client = makeQueryClient({ retries: 0 });
  await client.prefetchQuery({ queryKey: ["limits"], queryFn: () => api.limits.get.query() });
  expect(client.getQueryState(["limits"])?.status).toBe("error");
  expect(asked).toBe(2);
});
