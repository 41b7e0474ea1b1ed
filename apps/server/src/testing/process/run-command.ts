import { execFile } from "node:child_process";
import { findStores, type TestCore } from "@evently/core/testing/open-core";
import { programArgs } from "@evently/core/testing/program-args";
import { testSecrets } from "@evently/core/testing/test-secrets";

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
  return new Promise((done) => {
    execFile(process.execPath, [...programArgs(cli), ...words], { env }, (error, said, complained) =>
      done({ code: Number(error?.code ?? 0), said, complained }),
    );
  });
}
