import { signIn } from "@evently/core/testing/sign-in";
import { solveProof } from "@evently/core/testing/solve-proof";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp, openSale, type TestApp } from "../testing/http/open-app.ts";

let app: TestApp;
let open: TestApp;
let event_id: string;
const organizers = "192.0.2.1";

beforeAll(async () => {
  app = await openApp({ RATE_LIMIT_PER_SECOND: 1_000 });
  open = await openApp({ core: app.core, RATE_LIMIT_PER_SECOND: 0 });
  ({ event_id } = await openSale(open));
});
afterAll(() => app.core.close());

const startGuest = (from: string, headers: Record<string, string> = {}) =>
  app.call("POST", "/session/guest", { from, headers });

async function hold(from: string, seats: string[], headers: Record<string, string> = {}) {
  const { body } = await open.call("POST", "/session/guest");
  return app.call("POST", `/events/${event_id}/hold`, { token: String(body.token), body: { seats }, from, headers });
}

type Answered = { body: Record<string, unknown> };
const challengeIn = ({ body }: Answered) => (body.details as { challenge: Record<string, unknown> }).challenge;

const rowOf = (row: string, first: number, count: number) =>
  Array.from({ length: count }, (_, i) => `${row}-${first + i}`);

describe("the limits of a network", () => {
  it("refuse seats beyond its share, and say when to ask again", async () => {
    expect((await hold("198.51.100.1", rowOf("A", 1, 10))).status).toBe(201);
    expect((await hold("198.51.100.1", rowOf("B", 1, 10))).status).toBe(201);
    const refused = await hold("198.51.100.1", ["A-11"]);
    expect(refused).toMatchObject({ status: 429, body: { error_code: "NETWORK_LIMIT" } });
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBe((refused.body.details as { retry_after: number }).retry_after);
    expect(wait).toBeGreaterThan(100);
    expect((await hold("198.51.100.2", ["A-11"])).status).toBe(201);
  });

  it("are of whom a proxy names, not of whom a visitor claims to be", async () => {
    const claimed = { "x-forwarded-for": "198.51.100.77" };
    expect((await hold("198.51.100.1", ["A-12"], claimed)).status).toBe(429);
    expect((await hold("127.0.0.1", ["A-12"], { "x-forwarded-for": "198.51.100.1" })).status).toBe(429);
    expect((await hold("127.0.0.1", ["A-12"], claimed)).status).toBe(201);
  });

  it("do not stop an account whose address is verified, as they do one that named it only", async () => {
    const { body } = await open.call("POST", "/user", { body: { email: "named@example.org" } });
    const verified = await signIn(app.core, "verified@example.org");
    const holdAs = (token: string) =>
      app.call("POST", `/events/${event_id}/hold`, { token, body: { seats: ["A-13"] }, from: "198.51.100.1" });
    expect((await holdAs(String(body.token))).body.error_code).toBe("NETWORK_LIMIT");
    expect((await holdAs(verified.token)).status).toBe(201);
  });

  it("allow 30 new people in ten minutes, guests or accounts, and more for a proof of work each", async () => {
    for (let i = 0; i < 30; i++) expect((await startGuest("203.0.113.9")).status).toBe(201);
    const refused = await startGuest("203.0.113.9");
    expect(refused).toMatchObject({ status: 429, body: { error_code: "PROOF_REQUIRED" } });
    expect(refused.headers.get("retry-after")).toBe("600");
    const account = { from: "203.0.113.9", body: { email: "late@example.org" } };
    expect((await app.call("POST", "/user", account)).status).toBe(429);
    const proof = { "x-proof": await solveProof(challengeIn(refused)) };
    expect((await startGuest("203.0.113.9", proof)).status).toBe(201);
    expect((await startGuest("203.0.113.9", proof)).body).toMatchObject({ error_code: "PROOF_REQUIRED" });
    expect((await app.call("POST", "/user", { ...account, headers: proof })).status).toBe(429);
    expect((await startGuest("203.0.113.10")).status).toBe(201);
    app.core.clock.advance(601);
    expect((await startGuest("203.0.113.9")).status).toBe(201);
  });

  it("take no proof of another network, none that is older than two minutes, and none that was made up", async () => {
    for (const from of ["203.0.113.30", "203.0.113.31"]) for (let i = 0; i < 30; i++) await startGuest(from);
    const proof = await solveProof(challengeIn(await startGuest("203.0.113.30")));
    const { challenge, solution } = JSON.parse(Buffer.from(proof, "base64").toString());
    const later = {
      ...challenge,
      parameters: { ...challenge.parameters, expiresAt: challenge.parameters.expiresAt + 60 },
    };
    const madeUp = [
      { challenge: later, solution },
      { challenge, solution: { ...solution, derivedKey: "00".repeat(32) } },
      { challenge, solution: { ...solution, counter: -1 } },
      { challenge: { ...challenge, signature: "" }, solution },
      { challenge: {}, solution },
    ].map((value) => Buffer.from(JSON.stringify(value)).toString("base64"));
    for (const wrong of [...madeUp, "no proof", "e30=", "A".repeat(5_000)]) {
      const answer = await startGuest("203.0.113.30", { "x-proof": wrong });
      expect(answer).toMatchObject({ status: 429, body: { error_code: "PROOF_REQUIRED" } });
    }
    expect((await startGuest("203.0.113.31", { "x-proof": proof })).status).toBe(429);
    app.core.clock.advance(121);
    expect((await startGuest("203.0.113.30", { "x-proof": proof })).status).toBe(429);
  });

  it("take one of 20 concurrent requests with the same proof", async () => {
    for (let i = 0; i < 30; i++) await startGuest("203.0.113.40");
    const proof = { "x-proof": await solveProof(challengeIn(await startGuest("203.0.113.40"))) };
    const answers = await Promise.all(Array.from({ length: 20 }, () => startGuest("203.0.113.40", proof)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 19 }, () => 429)]);
  });

  it("let a guest become an account, who is not new", async () => {
    const { body } = await startGuest("203.0.113.20");
    for (let i = 0; i < 29; i++) await startGuest("203.0.113.20");
    const account = { from: "203.0.113.20", token: String(body.token), body: { email: "known@example.org" } };
    expect((await app.call("POST", "/user", account)).status).toBe(201);
  });

  it("are off where requests are not limited", async () => {
    for (let i = 0; i < 40; i++) {
      const { status } = await open.call("POST", "/session/guest", { from: organizers });
      expect(status).toBe(201);
    }
  });
});
