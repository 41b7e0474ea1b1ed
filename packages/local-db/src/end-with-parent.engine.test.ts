import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isPortTaken } from "./port.ts";

const startEngine = fileURLToPath(new URL("./start-engine.ts", import.meta.url));
const program = `
  const { startEngine } = await import(${JSON.stringify(startEngine)});
  const { port } = await startEngine();
  console.log(port);
`;

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s to the parent ends parent and engine", async (signal) => {
  const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(parent.stdout), "line");
  expect(await isPortTaken(Number(line))).toBe(true);

  parent.kill(signal);
  expect(await once(parent, "exit")).toEqual([null, signal]);
  await expect.poll(() => isPortTaken(Number(line))).toBe(false);
});
