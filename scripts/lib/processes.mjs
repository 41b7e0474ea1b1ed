import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const stopWithinMs = 10_000;
const parent = process.ppid;
const endOrphans = fileURLToPath(new URL("end-orphans.mjs", import.meta.url));

/**
 * A set of processes that live and end together: when one ends by itself, or this process is told to end,
 * all are ended in the reverse order of their start, and this process exits. Where it is killed, another ends them.
 */
export class Processes {
  #running = [];
  #ending = false;
  #heir = startHeir();

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, () => {
        // Asked a second time, nobody wants to wait; the exit handler kills what is left.
        if (this.#ending) process.exit(1);
        void this.end(0);
      });
    }
    process.on("exit", () => {
      for (const { kill } of this.#running) kill();
    });
    this.#endWithNpm();
  }

  /** The shell between npm and us dies of a SIGTERM to npm without handing it on: then we have another parent, and end too. */
  #endWithNpm() {
    if (!process.env.npm_lifecycle_event) return;
    setInterval(() => {
      if (process.ppid !== parent) void this.end(0);
    }, 500).unref();
  }

  /** Starts a Node program and watches it; `quiet` drops its standard output. */
  start(name, args, { cwd, env, quiet = false }) {
    // A process group of its own: Ctrl-C in the terminal reaches us alone, and we end things in order.
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: true,
      stdio: ["ignore", quiet ? "ignore" : "inherit", "inherit"],
    });
    const ended = new Promise((done) => {
      child.once("error", (error) => done(`${name} could not be run: ${error.message}`));
      child.once("exit", (code, signal) => done(`${name} ended with ${signal ?? `code ${code}`}.`));
    });
    const kill = () => signalGroup(child, "SIGKILL");
    this.watch({ pid: child.pid, ended, kill, stop: () => stopGroup(child, ended) });
    return { ended };
  }

  /**
   * Watches something that runs already and leads a process group: `ended` settles with a sentence, `stop` ends it and
   * waits, `kill` does not wait.
   */
  watch(running) {
    this.#running.push(running);
    if (running.pid) this.#heir.stdin.write(`${running.pid}\n`);
    void running.ended.then((how) => {
      if (this.#ending) return;
      console.error(how);
      void this.end(1);
    });
  }

  /** Ends all, the last started first, and exits with this code. */
  async end(code) {
    if (this.#ending) return;
    this.#ending = true;
    for (const { stop } of this.#running.reverse()) await stop();
    this.#heir.kill("SIGKILL");
    process.exit(code);
  }
}

function startHeir() {
  const heir = spawn(process.execPath, [endOrphans], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  // Without it everything runs as well, and only a SIGKILL leaves something behind.
  for (const emitter of [heir, heir.stdin]) emitter.on("error", () => undefined);
  heir.stdin.unref();
  heir.unref();
  return heir;
}

/** Resolves when the address answers 200; rejects with one sentence when the process ends first or the time is over. */
export async function whenAnswering(url, { ended }, withinSeconds) {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const deadline = Date.now() + withinSeconds * 1000;
  while (!(await answers(url))) {
    if (over) return new Promise(() => {});
    if (Date.now() > deadline) throw new Error(`${url} did not answer within ${withinSeconds} s.`);
    await Promise.race([wait(50), ended]);
  }
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

async function stopGroup(child, ended) {
  signalGroup(child, "SIGTERM");
  const impatience = setTimeout(() => signalGroup(child, "SIGKILL"), stopWithinMs);
  await ended;
  clearTimeout(impatience);
  signalGroup(child, "SIGKILL");
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}
