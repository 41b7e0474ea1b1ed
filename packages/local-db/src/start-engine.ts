import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { endWithParent } from "./end-with-parent.ts";
import { type Address, type Engine, type EngineName, findEngine } from "./find-engine.ts";
import { findFreePort, isPortTaken } from "./port.ts";

const readyWithinMs = 120_000;
const stopWithinMs = 5_000;

export type EngineOptions = {
  engine?: EngineName;
  /** An address of this machine, 127.0.0.1 if absent; DynamoDB Local listens at all of them. */
  host?: string;
  /** A free one if 0 or absent. */
  port?: number;
  /** The directory for the engine's files, created if missing; in memory without one. */
  dbPath?: string;
};

export type RunningEngine = {
  engine: EngineName;
  endpoint: string;
  host: string;
  port: number;
  pid: number;
  /** Settles when the process has ended for any reason, with a sentence that describes it. */
  ended: Promise<string>;
  /** Stops the engine and waits until it has ended; after `kill()` it only waits. */
  stop(): Promise<void>;
  /** Sends SIGKILL, for fault tests: the engine can't clean up. */
  kill(): void;
};

/**
 * Starts a local engine and resolves once it responds to ListTables. Throws a one-sentence error: port
 * taken, no engine for this machine, or ended while starting, with its output.
 */
export async function startEngine(options: EngineOptions = {}): Promise<RunningEngine> {
  const engine = await findEngine(options.engine);
  const { host = "127.0.0.1", dbPath } = options;
  if (options.port) {
    if (await isPortTaken(options.port, host)) throw new Error(portTaken(options.port));
    return launch(engine, { host, port: options.port }, dbPath);
  }
  const port = await findFreePort();
  try {
    return await launch(engine, { host, port }, dbPath);
  } catch (error) {
    // Another process may have taken the free port before the engine bound it: one more try.
    if (!(await isPortTaken(port, host))) throw error;
    return launch(engine, { host, port: await findFreePort() }, dbPath);
  }
}

async function launch(engine: Engine, at: Address, dbPath: string | undefined): Promise<RunningEngine> {
  const { command, args, cwd } = engine.run(at, dbPath);
  // In its own process group: Ctrl-C in a terminal reaches only the parent, which stops the engine last.
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], detached: true, cwd });
  endWithParent(child);
  const ended = whenEnded(engine.name, child);
  const endpoint = `http://${at.host}:${at.port}`;
  try {
    await whenReady(engine.name, endpoint, ended);
  } catch (error) {
    child.kill("SIGKILL");
    await ended;
    throw error;
  }
  return {
    engine: engine.name,
    endpoint,
    ...at,
    pid: child.pid ?? -1,
    ended,
    stop: () => stop(child, ended),
    kill: () => void child.kill("SIGKILL"),
  };
}

function whenEnded(name: EngineName, child: ChildProcess): Promise<string> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2_000);
  });
  return new Promise((done) => {
    child.once("error", (error) => done(`The engine ${name} could not be run: ${error.message}`));
    child.once("close", (code, signal) => {
      const how = `The engine ${name} ended with ${signal ?? `code ${code}`}`;
      done(said.trim() ? `${how}: ${said.trim()}` : `${how}.`);
    });
  });
}

async function whenReady(name: EngineName, endpoint: string, ended: Promise<string>): Promise<void> {
  let end: string | null = null;
  void ended.then((how) => {
    end = how;
  });
  const deadline = Date.now() + readyWithinMs;
  while (!(await answers(endpoint))) {
    if (end) throw new Error(end);
    if (Date.now() > deadline) throw new Error(`The engine ${name} did not answer within ${readyWithinMs / 1000} s.`);
    await Promise.race([wait(25), ended]);
  }
}

/** Whether a DynamoDB-compatible engine responds to ListTables at this endpoint, whose user name is its access key id. */
export async function answers(endpoint: string): Promise<boolean> {
  const { username, href } = new URL(endpoint);
  const scope = `${username || "local"}/20260101/us-east-1/dynamodb/aws4_request`;
  try {
    const response = await fetch(href.replace(`${username}@`, ""), {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "DynamoDB_20120810.ListTables",
        "x-amz-date": "20260101T000000Z",
        // Local engines require a signature's form but don't check it.
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      },
      body: "{}",
      signal: AbortSignal.timeout(2_000),
    });
    return response.ok && "TableNames" in ((await response.json()) as object);
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
  await ended;
  clearTimeout(impatience);
}

function portTaken(port: number): string {
  return `Port ${port} is already taken: end the process that listens there, or choose another port.`;
}
