import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { endWithParent } from "../../../packages/local-db/dist/end-with-parent.js";
import { keepOutput } from "./output";

export type Program = { url: string; pid: number; stop(): Promise<void> };

type Options = {
  name: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  url: string;
  /** The path that answers 200 once the program runs. */
  ready: string;
};

const timeoutMs = 120_000;
const stopTimeoutMs = 10_000;

/** Starts a Node program of the production build and resolves once it answers. Throws with its output otherwise. */
export async function startProgram({ name, args, cwd, env, url, ready }: Options): Promise<Program> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  endWithParent(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-4_000);
      keepOutput(`${name} ${child.pid}`, text);
    });
  let hasEnded = false;
  const ended = new Promise<void>((done) => {
    child.once("close", () => {
      hasEnded = true;
      done();
    });
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const killTimer = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
    await ended;
    clearTimeout(killTimer);
  };
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const isUp = await answers(url + ready);
    // Once the program has ended, another may answer on its port.
    if (hasEnded) throw new Error(`${name} ended while it started:\n${output}`);
    if (isUp) return { url, pid: child.pid ?? 0, stop };
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`${name} did not answer at ${url}${ready}:\n${output}`);
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
