import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readStack } from "./stack";

const cli = fileURLToPath(new URL("../../server/dist/cli.js", import.meta.url));
const run = promisify(execFile);

/** What a command of the operator's prints; throws if it ends with a fault. */
export const evently = (...words: string[]): Promise<string> => eventlyWith(readStack().settings, ...words);

/** The same with settings of its own. */
export async function eventlyWith(settings: Record<string, string>, ...words: string[]): Promise<string> {
  const env = { ...process.env, ...settings };
  return (await run(process.execPath, [cli, ...words], { env })).stdout;
}
