import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { startSite } from "./start-stack";

test("every path through the site, but a page for everyone, appends the visitor's address to what they sent", {
  tag: "@one-size",
}, async () => {
  const received = new Map<string, string | string[] | undefined>();
  const api = createServer((request, response) => {
    received.set(new URL(request.url ?? "/", "http://api").pathname, request.headers["x-forwarded-for"]);
    response.writeHead(404, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((done) => api.listen(0, "127.0.0.1", done));
  const site = await startSite(`http://127.0.0.1:${(api.address() as AddressInfo).port}`);
  try {
    const headers = { "x-forwarded-for": "198.51.100.1" };
    for (const path of ["/api/events", "/api/trpc/seat.map", "/bookings", "/events/event-00001"])
      await (await fetch(site.url + path, { headers })).text();
    const chain = "198.51.100.1, 127.0.0.1";
    expect(received.get("/events")).toBe(chain);
    expect(received.get("/trpc/seat.map")).toBe(chain);
    expect(received.get("/trpc/booking.list")).toBe(chain);
    expect(received.get("/trpc/event.get"), "a page for everyone is asked for in nobody's name").toBeUndefined();
  } finally {
    await site.stop();
    api.close();
    api.closeAllConnections();
  }
});
