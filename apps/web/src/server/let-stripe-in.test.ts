import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { openSite } from "./open-site.fixture";

test("the checkout alone lets Stripe in, where the API says that Stripe takes the payments", async () => {
  const api = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ result: { data: { gateway: "stripe" } } }));
  });
  await new Promise<void>((done) => api.listen(0, "127.0.0.1", done));
  vi.stubEnv("API_ORIGIN", `http://127.0.0.1:${(api.address() as AddressInfo).port}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    api.close();
  });
  const { ask } = await openSite();
  const policyOf = async (path: string) => String((await ask({ path })).headers["content-security-policy"]);
  expect(await policyOf("/checkout/holding-00001")).toContain("; frame-src https://js.stripe.com ");
  for (const path of ["/", "/challenge/holding-00001", "/bookings", "/events/event-00001", "/door/event-00001"])
    expect(await policyOf(path)).not.toContain("stripe");
});
