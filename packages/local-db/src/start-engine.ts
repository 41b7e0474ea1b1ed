import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { endWithParent } from "./end-with-parent.ts";
import { type Engine, type EngineName, findEngine } from "./find-engine.ts";
import { findFreePort, isPortTaken } from "./port.ts";

const readyWithinMs = 120_000;
const stopWithinMs = 5_000;

export type EngineOptions = {
  engine?: EngineName;
  /** 0 or absent: a free one. */
  port?: number;
  /** A folder for the engine's files, made when absent; without it everything is in memory. */
  dbPath?: string;
};

export type RunningEngine = {
  engine: EngineName;
  endpoint: string;
  port: number;
  pid: number;
  /** Settles when the process has ended for whatever reason, with a sentence that tells how. */
  ended: Promise<string>;
  /** Ends the engine and waits for its end; after `kill()` it only waits. */
  stop(): Promise<void>;
  /** SIGKILL, for fault tests: the engine gets no chance to tidy up. */
  kill(): void;
};

/**
 * Starts a local engine on 127.0.0.1 and resolves once it answers ListTables.
 * Throws an Error with one sentence: port taken, no engine for this machine, or ended while starting, with what it said.
 */
export async function startEngine(options: EngineOptions = {}): Promise<RunningEngine> {
  const engine = await findEngine(options.engine);
  if (options.port) {
    if (await isPortTaken(options.port)) throw new Error(portTaken(options.port));
    return launch(engine, options.port, options.dbPath);
  }
  const port = await findFreePort();
  try {
    return await launch(engine, port, options.dbPath);
  } catch (error) {
    // The free port may have gone to another process before the engine bound it: one more try.
    if (!(await isPortTaken(port))) throw error;
    return launch(engine, await findFreePort(), options.dbPath);
  }
}

async function launch(engine: Engine, port: number, dbPath: string | undefined): Promise<RunningEngine> {
  const { command, args, cwd } = engine.run(port, dbPath);
  // A process group of its own: Ctrl-C in a terminal reaches whoever started the engine, who ends it last.
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], detached: true, cwd });
  endWithParent(child);
  const ended = whenEnded(engine.name, child);
  const endpoint = `http://127.0.0.1:${port}`;
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
    port,
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

/** Whether a DynamoDB-compatible engine answers ListTables at this endpoint. */
export async function answers(endpoint: string): Promise<boolean> {
  const scope = "local/20260101/us-east-1/dynamodb/aws4_request";
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "DynamoDB_20120810.ListTables",
        "x-amz-date": "20260101T000000Z",
        // Local engines want the form of a signature and do not check it.
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
