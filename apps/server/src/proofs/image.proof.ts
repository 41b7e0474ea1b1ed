import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endWithParent } from "@evently/local-db/end-with-parent";
import { findFreePort } from "@evently/local-db/port";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Image, runDockerfile } from "../testing/image/run-dockerfile.ts";
import { settings } from "../testing/process/server-process.ts";

// Variables of the test runner would not exist where an image is built.
const { NODE_ENV, NODE_OPTIONS, DYNAMODB_ENDPOINT, ...outside } = process.env;

describe("the Dockerfiles, built in empty directories", () => {
  let under: string;
  let api: string;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    under = await mkdtemp(join(tmpdir(), "evently-image-"));
  });
  afterAll(async () => {
    for (const child of started) child.kill("SIGKILL");
    if (under) await rm(under, { recursive: true, force: true });
  });

  /**
   * Starts the image's command with these settings in addition to its own; resolves to its origin once the health check
   * passes.
   */
  async function start({ directory, command, env, healthcheck }: Image, given: Record<string, string>) {
    const port = await findFreePort();
    const all = { PATH: process.env.PATH, ...env, ...given, PORT: String(port) };
    const [, ...args] = command;
    const child = spawn(process.execPath, args, { cwd: directory, env: all, stdio: "inherit" });
    started.push(child);
    endWithParent(child);
    const check = () => execFileSync(process.execPath, healthcheck.slice(1), { env: all, stdio: "ignore" });
    for (let turn = 0; child.exitCode === null; turn++) {
      try {
        check();
        break;
      } catch (error) {
        if (turn === 240) throw error;
        await new Promise((resume) => setTimeout(resume, 250));
      }
    }
    expect(child.exitCode).toBe(null);
    return { origin: `http://127.0.0.1:${port}` };
  }

  it("is an API that sells the demo's concerts", async () => {
    const image = await runDockerfile("apps/server/Dockerfile", under, outside);
    const { origin } = await start(image, {
      ...settings,
      HOST: "127.0.0.1",
      DATA_DIR: join(under, "data"),
      DYNAMODB_ENDPOINT: DYNAMODB_ENDPOINT ?? "",
      DYNAMODB_TABLE_NAME: `image-${process.pid}`,
      SEED_DEMO: "true",
    });
    const { items } = (await (await fetch(`${origin}/events`)).json()) as { items: unknown[] };
    expect(items.length).toBeGreaterThan(0);
    api = origin;
  });

  it("is a site that shows what this API sells", async () => {
    const image = await runDockerfile("apps/web/Dockerfile", under, outside);
    const { origin } = await start(image, { HOST: "127.0.0.1", API_ORIGIN: api });
    const { items } = (await (await fetch(`${api}/events`)).json()) as { items: { event_id: string }[] };
    const page = await (await fetch(origin)).text();
    expect(page).toContain(`/events/${items[0]?.event_id}`);
    const [script] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
    expect((await fetch(`${origin}${script}`)).status).toBe(200);
  });

  it("ends with 0 when the API's container is stopped", async () => {
    const [server] = started;
    const ended = new Promise((done) => server?.once("exit", done));
    server?.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
