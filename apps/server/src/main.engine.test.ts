import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { Agent, get, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { programArgs } from "@evently/core/testing/program-args";
import { testSecrets } from "@evently/core/testing/test-secrets";
import { findFreePort } from "@evently/local-db/port";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

type Running = { child: ChildProcess; url: string; output: () => string; exit: Promise<number | null> };

const root = path.resolve(import.meta.dirname, "../../..");
const main = path.join(import.meta.dirname, "main.ts");
const settings = {
  ...testSecrets,
  RATE_LIMIT_PER_SECOND: "0",
  DYNAMODB_ENDPOINT: process.env.DYNAMODB_ENDPOINT ?? "",
  DYNAMODB_TABLE_NAME: `main-${process.pid}-${Date.now()}`,
};
const running = new Map<ChildProcess, Running["exit"]>();
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "evently-main-"));
});
afterEach(async () => {
  for (const child of running.keys()) child.kill("SIGKILL");
  await Promise.all(running.values());
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function start(environment: Record<string, string> = {}): Promise<Running> {
  const port = await findFreePort();
  const env = { PATH: process.env.PATH, PORT: String(port), DATA_DIR: directory, ...settings, ...environment };
  const child = spawn(process.execPath, programArgs(main), { cwd: root, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const exit = once(child, "close").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  running.set(child, exit);
  return { child, url: `http://127.0.0.1:${env.PORT}`, output: () => output, exit };
}

async function startAnswering(environment?: Record<string, string>): Promise<Running> {
  const api = await start(environment);
  let ended = false;
  void api.exit.then(() => {
    ended = true;
  });
  while (!ended && (await statusOf(`${api.url}/health`)) !== 200) await wait(50);
  if (ended) throw new Error(api.output());
  return api;
}

const statusOf = (url: string) =>
  fetch(url).then(
    (answer) => answer.status,
    () => null,
  );

async function send(url: string, body: unknown, token = ""): Promise<Record<string, string>> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await fetch(url, { method: "POST", body: JSON.stringify(body), headers });
  return (await answer.json()) as Record<string, string>;
}

/** What an answer says of its connection, to a client that would keep it. */
function askKeeping(agent: Agent, url: string): Promise<string | undefined> {
  return new Promise((done, fail) => {
    const sent = get(url, { agent }, (answer) => {
      answer.resume().once("end", () => done(answer.headers.connection));
    });
    sent.once("error", fail);
  });
}

/** A request that the process has begun to answer and whose body it waits for, until `finish`. */
async function openRequest(url: string) {
  const headers = { expect: "100-continue", "transfer-encoding": "chunked" };
  const sent = request(`${url}/session/guest`, { method: "POST", headers, agent: false });
  const answered = once(sent, "response") as Promise<[IncomingMessage]>;
  sent.flushHeaders();
  await once(sent, "continue");
  return async function finish() {
    sent.end("{}");
    const [answer] = await answered;
    answer.resume();
    return [answer.statusCode, answer.headers.connection];
  };
}

/** A hold of one seat by a guest, from nothing. */
async function placeHold(url: string): Promise<{ holding_id: string; token: string }> {
  const { token: organizer = "" } = await send(`${url}/user`, { email: "main@example.org", role: "organizer" });
  const place = { name: "Hall", city: "Paris", seat_types: ["Stalls"] };
  const { venue_id } = await send(`${url}/venue`, place, organizer);
  const seats = [{ row: "A", seat_num: 1, seat_type: "Stalls" }];
  await send(`${url}/venue/${venue_id}/seats`, { seats }, organizer);
  const event = { venue_id, name: "Concert", start_time: "2099-01-01T20:00:00Z", duration: 60 };
  const { event_id } = await send(`${url}/events`, { ...event, seat_type_prices: { Stalls: 100 } }, organizer);
  const { token = "" } = await send(`${url}/session/guest`, {});
  const { holding_id = "" } = await send(`${url}/events/${event_id}/hold`, { seats: ["A-1"] }, token);
  return { holding_id, token };
}

describe("the API process", () => {
  it("finishes a running payment on SIGTERM, answers draining meanwhile, and exits with 0", async () => {
    const port = await findFreePort();
    const api = await startAnswering({ METRICS_PORT: String(port) });
    const metrics = `http://127.0.0.1:${port}/metrics`;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await askKeeping(agent, `${api.url}/health`)).toBe("keep-alive");
    expect(await statusOf(metrics)).toBe(200);
    const { holding_id, token } = await placeHold(api.url);
    const confirm = send(`${api.url}/${holding_id}/confirm`, { payment: { token: "tok_slow" } }, token);
    while ((await send(`${api.url}/${holding_id}/extend`, {}, token)).error_code !== "PAYMENT_IN_PROGRESS")
      await wait(20);
    // However soon the payment ends, the process drains for as long as this is under way.
    const finish = await openRequest(api.url);
    api.child.kill("SIGTERM");
    while ((await statusOf(`${api.url}/health`)) === 200) await wait(20);
    expect(await statusOf(`${api.url}/health`)).toBe(503);
    expect(await askKeeping(agent, `${api.url}/events`)).toBe("close");
    expect(await confirm).toMatchObject({ state: "confirmed" });
    expect(await finish()).toEqual([201, "close"]);
    expect(await api.exit).toBe(0);
    expect(api.output()).not.toContain("did not end in time");
    expect([await statusOf(`${api.url}/health`), await statusOf(metrics)]).toEqual([null, null]);
    agent.destroy();
  });

  it("exits with 0 while it still waits for its table", async () => {
    const nobody = `http://127.0.0.1:${await findFreePort()}`;
    const names = { DYNAMODB_TABLE_NAME: "", EVENTS_TABLE_NAME: settings.DYNAMODB_TABLE_NAME };
    const api = await start({ DYNAMODB_ENDPOINT: nobody, ...names });
    await expect.poll(api.output).toContain("please rename it");
    api.child.kill("SIGTERM");
    expect(await api.exit).toBe(0);
  });

  it("keeps its ledger for its user alone, whatever the folder above allows", async () => {
    const DATA_DIR = path.join(directory, "ledger");
    await mkdir(DATA_DIR, { mode: 0o755 });
    await startAnswering({ DATA_DIR });
    const modeOf = async (name: string) => ((await stat(path.join(DATA_DIR, name))).mode & 0o777).toString(8);
    expect([await modeOf("gateway"), await modeOf("gateway/payments.jsonl")]).toEqual(["700", "600"]);
  });

  it("exits at once without requests in flight, also on Ctrl-C", async () => {
    const api = await startAnswering();
    api.child.kill("SIGINT");
    expect(await api.exit).toBe(0);
    expect(api.output()).toContain('"msg":"ended"');
  });

  it("names every wrong setting with what it is for, and no stack", async () => {
    const api = await start({ SESSION_SECRET: "short", PORT: "http", DYNAMODB_ENDPOINT: "somewhere" });
    expect(await api.exit).toBe(1);
    const said = api.output();
    for (const name of ["SESSION_SECRET (32 or more", "PORT (port of the API)", "DYNAMODB_ENDPOINT (URL"]) {
      expect(said).toContain(name);
    }
    expect(said).not.toContain("    at ");
  });

  it.each([
    [{ SEAT_HOLD_TTL: "601" }, "SEAT_HOLD_TTL (601) must be at most SEAT_HOLD_MAX (600)"],
    [{ GATEWAY_TIMEOUT: "200" }, "GATEWAY_TIMEOUT (200) must be less than PAYMENT_WINDOW (60)"],
    [{ PAYMENT_WINDOW: "601" }, "PAYMENT_WINDOW (601) must be at most SEAT_HOLD_MAX (600)"],
    [{ CHALLENGE_WINDOW: "601" }, "CHALLENGE_WINDOW (601) must be at most SEAT_HOLD_MAX (600)"],
    [{ SESSION_SECRET: "a".repeat(32) }, "it can be guessed"],
    [{ DYNAMODB_ENDPOINT: "aws" }, "DYNAMODB_ENDPOINT is aws, but payments go to"],
    [{ PUBLIC_ORIGIN: "https://tickets.example" }, "PUBLIC_ORIGIN is https://tickets.example, but payments go to"],
  ])("with %j starts nothing and says why in one sentence", async (wrong, sentence) => {
    const api = await start(wrong);
    expect(await api.exit).toBe(1);
    expect(api.output()).toContain(sentence);
    expect(api.output().replace("These settings are wrong:\n", "").trim()).not.toContain("\n");
  });

  it("reports before it listens that it can't write to DATA_DIR", async () => {
    const DATA_DIR = path.join(root, "package.json");
    const api = await start({ DATA_DIR });
    expect(await api.exit).toBe(1);
    expect(api.output()).toContain(`DATA_DIR ${DATA_DIR} can't be used: `);
    expect(api.output()).not.toContain("    at ");
  });

  it("reports in one sentence that its port is taken", async () => {
    const first = await startAnswering();
    const second = await start({ PORT: new URL(first.url).port });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`Port ${new URL(first.url).port} is taken`);
  });
});
