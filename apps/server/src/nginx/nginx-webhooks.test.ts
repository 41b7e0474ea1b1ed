import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { largestWebhook } from "../http/serve-webhooks.ts";
import { canRunNginx, type OpenNginx, openNginx } from "../testing/nginx/open-nginx.ts";

describe.runIf(canRunNginx())("webhooks behind nginx", () => {
  let open: OpenNginx;
  beforeAll(async () => {
    open = await openNginx();
  });
  afterAll(() => open?.close());

  const send = (body: string, from: string) =>
    open.ask("/api/webhooks/stripe", {
      ...{ from, method: "POST", body },
      headers: { "stripe-signature": "t=1,v1=2" },
    });

  it("reach the API with their signature, as large as it takes them and no larger", async () => {
    expect((await send("x".repeat(largestWebhook), "127.0.0.71")).status).toBe(200);
    expect(open.api.seen.at(-1)).toMatchObject({
      ...{ url: "/webhooks/stripe", method: "POST" },
      headers: { "stripe-signature": "t=1,v1=2", "content-length": String(largestWebhook) },
    });
    const seen = open.api.seen.length;
    const { status, text } = await send("x".repeat(largestWebhook + 1), "127.0.0.71");
    expect([status, JSON.parse(text)]).toMatchObject([413, { error_code: "BODY_TOO_LARGE" }]);
    expect(open.api.seen).toHaveLength(seen);
  });

  it("come from few addresses, faster than a stranger may ask", async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => send("{}", "127.0.0.72")));
    expect(answers.map(({ status }) => status)).toEqual(Array(300).fill(200));
  });
});
