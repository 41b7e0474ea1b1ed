import { execFile } from "node:child_process";
import { findStores, type TestCore } from "@evently/core/testing/open-core";
import { programArgs } from "@evently/core/testing/program-args";
import { testSecrets } from "@evently/core/testing/test-secrets";

const cli = new URL("../../cli.ts", import.meta.url).pathname;

type Ran = { code: number; said: string; complained: string };

/** Runs an operator's command on a core's table in a process of its own, as `npm run evently` does. */
export const runCommand = (core: TestCore, ...words: string[]): Promise<Ran> => runCommandWith(core, {}, ...words);

/** The same with other settings. */
export function runCommandWith(core: TestCore, other: Record<string, string>, ...words: string[]): Promise<Ran> {
  const env = {
    DYNAMODB_ENDPOINT: findStores(core).table.endpoint,
    DYNAMODB_TABLE_NAME: core.table.name,
    ...{ ...testSecrets, ...other },
  };
  return new Promise((done) => {
    execFile(process.execPath, [...programArgs(cli), ...words], { env }, (error, said, complained) =>
      done({ code: Number(error?.code ?? 0), said, complained }),
    );
  });
}
