import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { findStores, type TestCore } from "@evently/core/testing/open-core";
import { testSecrets } from "@evently/core/testing/test-secrets";

const tsx = createRequire(import.meta.url).resolve("tsx");
const cli = new URL("../../cli.ts", import.meta.url).pathname;

/** Runs an operator's command on a core's table in a process of its own, as `npm run evently` does. */
export function runCommand(
  core: TestCore,
  ...words: string[]
): Promise<{ code: number; said: string; complained: string }> {
  const env = {
    DYNAMODB_ENDPOINT: findStores(core).table.endpoint,
    DYNAMODB_TABLE_NAME: core.table.name,
    ...testSecrets,
  };
  const program = ["--import", tsx, "--conditions=@evently/source", cli, ...words];
  return new Promise((done) => {
    execFile(process.execPath, program, { env }, (error, said, complained) =>
      done({ code: Number(error?.code ?? 0), said, complained }),
    );
  });
}
