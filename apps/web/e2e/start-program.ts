import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { endWithParent } from "../../../packages/local-db/dist/end-with-parent.js";

export type Program = { url: string; stop(): Promise<void> };

type Options = {
  name: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  url: string;
  /** The path that answers 200 once it is up. */
  ready: string;
};

const patienceMs = 120_000;
const stopWithinMs = 10_000;

/** Starts a Node program of the production build and resolves once it answers. Throws one sentence with what it said. */
export async function startProgram({ name, args, cwd, env, url, ready }: Options): Promise<Program> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithParent(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4_000);
    });
  let over = false;
  const ended = new Promise<void>((done) => {
    child.once("close", () => {
      over = true;
      done();
    });
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const impatience = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
    await ended;
    clearTimeout(impatience);
  };
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const isUp = await answers(url + ready);
    // Whoever answers is not the program, once that is over: its port may be another's.
    if (over) throw new Error(`${name} ended while it started:\n${said}`);
    if (isUp) return { url, stop };
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`${name} did not answer at ${url}${ready}:\n${said}`);
    }
    await Promise.race([pause(100), ended]);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(20_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
