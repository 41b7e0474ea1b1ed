import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The root of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

// A terminal sends SIGINT to the whole group by itself; these two reach only the process they are sent to.
const forwarded = ["SIGTERM", "SIGHUP"];
/** What keeps tools from reporting home and from notices that no user of Evently can act on. */
export const quiet = {
  TURBO_TELEMETRY_DISABLED: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};

/**
 * Runs a program to its end, its output going where ours goes, and to `onOutput` too; resolves to its exit code, 1 when it could not
 * run or was killed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { cwd = root, env = {}, onOutput } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...quiet, ...env },
      stdio: onOutput ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32" && command === "npx",
    });
    if (onOutput) {
      passOn(child.stdout, process.stdout, onOutput);
      passOn(child.stderr, process.stderr, onOutput);
    }
    const forward = (signal) => {
      child.kill(signal);
      process.exit(1);
    };
    for (const signal of forwarded) process.on(signal, forward);
    child.once("error", (error) => {
      console.error(`${command} could not be run: ${error.message}`);
      done(1);
    });
    child.once("close", (code) => {
      for (const signal of forwarded) process.off(signal, forward);
      done(code ?? 1);
    });
  });
}

function passOn(stream, target, onOutput) {
  stream.setEncoding("utf8").on("data", (text) => {
    target.write(text);
    onOutput(text);
  });
}

/** Runs the pinned pnpm, which need not be on the machine. */
export function pnpm(args, options) {
  return run("npx", ["--yes", "pnpm@12.4.2", ...args], options);
}

/** Runs a JavaScript file with this Node. */
export function node(args, options) {
  return run(process.execPath, args, options);
}

/** Says one sentence and ends with code 1. */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
