import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const processes = fileURLToPath(new URL("./processes.mjs", import.meta.url));
const member = `
  process.on("SIGTERM", () => { console.log(process.argv[1] + " is told to end"); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log(process.argv[1] + " runs as " + process.pid);
`;
const owner = `
  const { Processes } = await import(${JSON.stringify(processes)});
  const all = new Processes();
  all.start("The first", ["-e", ${JSON.stringify(member)}, "first"], {});
  all.start("The second", ["-e", ${JSON.stringify(member)}, "second"], {});
`;

let output;
let running;

beforeEach(async () => {
  output = "";
  running = spawn(process.execPath, ["--input-type=module", "-e", owner], { stdio: ["ignore", "pipe", "pipe"] });
  const both = deferred();
  for (const stream of [running.stdout, running.stderr]) {
    stream.on("data", (text) => {
      output += text;
      if (pidOf("first") && pidOf("second")) both.resolve();
    });
  }
  await both.promise;
});

afterEach(() => {
  running.kill("SIGKILL");
  for (const name of ["first", "second"]) kill(pidOf(name));
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"])("%s ends all, the last started first", async (signal) => {
  running.kill(signal);
  expect(await once(running, "close")).toEqual([0, null]);
  expect(output.match(/\w+ is told to end/g)).toEqual(["second is told to end", "first is told to end"]);
});

test("when one ends by itself, it is named and the others are ended", async () => {
  process.kill(pidOf("first"), "SIGKILL");
  expect(await once(running, "close")).toEqual([1, null]);
  expect(output).toContain("The first ended with SIGKILL.");
  expect(output).toContain("second is told to end");
});

test("where the owner is killed all are ended too, the last started first", async () => {
  running.kill("SIGKILL");
  // Their output closes with the last of them.
  expect(await once(running, "close")).toEqual([null, "SIGKILL"]);
  expect(output.match(/\w+ is told to end/g)).toEqual(["second is told to end", "first is told to end"]);
});

function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended, as it should.
  }
}

function pidOf(name) {
  return Number(output.match(new RegExp(`${name} runs as (\\d+)`))?.[1] ?? 0);
}

function deferred() {
  let resolve;
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
