import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { programArgs } from "@evently/core/testing/program-args";
import { testSecrets } from "@evently/core/testing/test-secrets";
import { endWithParent } from "@evently/local-db/end-with-parent";
import { isPortTaken } from "@evently/local-db/port";

const main = new URL("../../main.ts", import.meta.url).pathname;
const builtMain = new URL("../../../dist/main.js", import.meta.url).pathname;
const timeoutMs = 240_000;

export type ServerProcess = {
  origin: string;
  pid: number;
  /** Sends SIGKILL, so nothing is cleaned up. Resolves when the process has ended. */
  kill(): Promise<void>;
  /** Sends SIGTERM: running requests finish. */
  end(): Promise<void>;
};

export type StartServer = {
  port: number;
  endpoint: string;
  table: string;
  directory: string;
  /** Its name in /health, to identify it behind a proxy. */
  name?: string;
  /** Runs the built server instead of the source, for measurements. */
  built?: boolean;
  /** The main.js of another, built checkout. */
  program?: string;
  /** The limit of its heap in megabytes; Node's own by default. */
  heapMb?: number;
  /** Overrides `settings`. */
  other?: Partial<Record<keyof typeof settings | "DYNAMODB_TRANSPORT" | "METRICS_PORT" | StripeSetting, string>>;
};

type StripeSetting =
  | "STRIPE_SECRET_KEY"
  | "STRIPE_PUBLISHABLE_KEY"
  | "STRIPE_API_BASE"
  | "STRIPE_ACCOUNTS"
  | "TEST_PAYMENTS";

/** The shortest times in which every kind of payment can finish. */
export const settings = {
  SEAT_HOLD_TTL: "20",
  SEAT_HOLD_MAX: "40",
  PAYMENT_WINDOW: "10",
  CHALLENGE_WINDOW: "10",
  GATEWAY_TIMEOUT: "5",
  ...testSecrets,
  RATE_LIMIT_PER_SECOND: "0",
} as const;

/** Long enough that no hold expires between two requests on the slowest machine unless a test means it to. */
export const lasting = { SEAT_HOLD_TTL: "3600", SEAT_HOLD_MAX: "7200" } as const;

/**
 * A real API process, from source unless `built`, on a port that must be free; resolves once /health responds. Throws a
 * one-sentence error.
 */
export async function startServer(options: StartServer): Promise<ServerProcess> {
  const { port, directory } = options;
  if (await isPortTaken(port)) throw new Error(`Port ${port} is still taken`);
  await mkdir(directory, { recursive: true });
  const child = spawnServer(options);
  endWithParent(child);
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output = (output + text).slice(-2_000);
  });
  let ended = false;
  const end = new Promise<void>((done) => child.once("exit", () => done())).then(() => {
    ended = true;
  });
  const origin = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + timeoutMs; !(await isHealthy(origin)); ) {
    if (ended || Date.now() > deadline) throw new Error(`The API did not start: ${output}`);
    await Promise.race([end, new Promise((resume) => setTimeout(resume, 50))]);
  }
  return {
    origin,
    pid: child.pid ?? -1,
    async kill() {
      child.kill("SIGKILL");
      await end;
    },
    async end() {
      child.kill("SIGTERM");
      await end;
    },
  };
}

function spawnServer({
  port,
  endpoint,
  table,
  directory,
  name = "Evently",
  built = false,
  program = builtMain,
  heapMb,
  other = {},
}: StartServer) {
  const args = built ? [program] : programArgs(main);
  const heap = heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`];
  return spawn(process.execPath, [...heap, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...settings,
      ...other,
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_NAME: name,
      DATA_DIR: directory,
      DYNAMODB_ENDPOINT: endpoint,
      DYNAMODB_TABLE_NAME: table,
    },
  });
}

async function isHealthy(origin: string): Promise<boolean> {
  return fetch(`${origin}/health`).then(
    (answer) => answer.ok,
    () => false,
  );
}
