import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findFreePort } from "../../../packages/local-db/dist/port.js";
import { type RunningEngine, startEngine } from "../../../packages/local-db/dist/start-engine.js";
import { searchOutput } from "./find-secrets";
import { listUsedSecrets } from "./list-used-secrets";
import { isOutputKept, keepOutput, keepOutputIn } from "./output";
import { publishStack } from "./stack";
import { startCollector } from "./start-collector";
import { type Program, startProgram } from "./start-program";

const web = fileURLToPath(new URL("..", import.meta.url));
const server = fileURLToPath(new URL("../../server/", import.meta.url));

/**
 * Playwright's global set-up: an engine in memory, two APIs and three sites of the existing build. Returns the teardown, which
 * fails if any of them has put out a secret, or who somebody is.
 */
export default async function startStack(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "evently-e2e-"));
  const running: Pick<RunningEngine | Program, "stop">[] = [];
  let atEnd = async () => {};
  const end = async () => {
    const failures: unknown[] = [];
    for (const program of running.reverse()) await program.stop().catch((error) => failures.push(error));
    await atEnd().catch((error) => failures.push(error));
    await rm(folder, { recursive: true, force: true });
    if (failures.length > 0) throw new AggregateError(failures, failures.join("\n"));
  };
  const start = async (program: Promise<Pick<Program, "url" | "stop">>) => {
    const started = await program;
    running.push(started);
    return started.url;
  };
  try {
    const engine = await startEngine();
    running.push(engine);
    const output = join(folder, "output");
    await mkdir(output);
    keepOutputIn(output);
    const settings = {
      DYNAMODB_ENDPOINT: engine.endpoint,
      DATA_DIR: folder,
      SESSION_SECRET: randomBytes(24).toString("hex"),
      LINK_KEYS: `k1:${randomBytes(32).toString("base64url")}`,
      TICKET_KEYS: `k1:${randomBytes(32).toString("base64url")}`,
      SEED_DEMO: "false",
      ORGANIZERS: "open",
      // All visitors of all stories come from one address.
      RATE_LIMIT_PER_SECOND: "0",
      OTEL_EXPORTER_OTLP_ENDPOINT: await start(startCollector()),
    };
    // The first one creates the table.
    const usual = await start(startApi(settings));
    const shortLived = await start(startApi({ ...settings, SEAT_HOLD_TTL: "6", MAX_SEATS_PER_HOLD: "4" }));
    const dead = await start(startDeadApi());
    const origins = [usual, shortLived, dead];
    const [forUsual = "", forShortLived = "", forDead = ""] = await Promise.all(
      origins.map((origin) => start(startSite(origin))),
    );
    publishStack({
      sites: { usual: forUsual, shortLived: forShortLived, stranded: forDead },
      apis: { usual, shortLived },
      settings,
    });
    atEnd = () => findNoSecrets(output, settings);
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

async function findNoSecrets(output: string, settings: Record<string, string>): Promise<void> {
  const found = await searchOutput(output, await listUsedSecrets(settings), [
    "The API",
    "The site",
    "Metrics",
    "Traces",
  ]);
  if (found.length > 0) throw new Error(`What is nobody's business was put out:\n${found.join("\n")}`);
}

/** An address that closes every connection. A free port would not do: another program may take it. */
async function startDeadApi(): Promise<Pick<Program, "url" | "stop">> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

/** The built API on a free port. Where output is kept, so are its metrics when it is stopped. */
export async function startApi(settings: Record<string, string>): Promise<Program> {
  const [port, metricsPort] = [await findFreePort(), await findFreePort()];
  const env = { ...settings, PORT: String(port), HOST: "127.0.0.1" };
  const url = `http://127.0.0.1:${port}`;
  const api = await startProgram({
    name: "The API",
    args: [join(server, "dist/main.js")],
    cwd: server,
    env: isOutputKept() ? { ...env, METRICS_PORT: String(metricsPort) } : env,
    url,
    ready: "/health",
  });
  const stop = async () => {
    const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`).then((answer) => answer.text());
    keepOutput(`Metrics ${api.pid}`, metrics);
    await api.stop();
  };
  return isOutputKept() ? { ...api, stop } : api;
}

/** The built site in front of an API, on a free port unless the API already names one. */
export async function startSite(apiOrigin: string, named?: number): Promise<Program> {
  const port = named ?? (await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const env = { API_ORIGIN: apiOrigin, HOST: "127.0.0.1", PORT: String(port), PUBLIC_ORIGIN: url };
  return startProgram({ name: "The site", args: [join(web, "dist/server.js")], cwd: web, env, url, ready: "/" });
}
