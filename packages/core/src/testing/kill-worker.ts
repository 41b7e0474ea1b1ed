import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Key } from "../table/keys.ts";
import type { TestCore } from "./open-core.ts";

/** Where a process is killed: before its n-th request to the table is sent, while it is under way, or once it is answered. */
export type Kill = { request: number; when: "before" | "during" | "after" };

/** A function of scheduled work, `module` named from this folder, and the item that it works on. */
type Task = { module: string; name: string; job: Key };

const at = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

/** Runs one piece of scheduled work, and kills itself with SIGKILL on the way. */
function workerOf(core: TestCore, endpoint: string, { module, name, job }: Task, kill: Kill): string {
  const table = { endpoint, name: core.table.name, region: "us-east-1" };
  return `
    const { createCore } = await import(${at("../create-core.ts")});
    const { connectTable } = await import(${at("../table/table.ts")});
    const { interpose } = await import(${at("./interpose.ts")});
    const { ${name} } = await import(${at(module)});
    const { request, when } = ${JSON.stringify(kill)};
    const end = () => process.kill(process.pid, "SIGKILL");
    let requests = 0;
    const table = interpose(connectTable(${JSON.stringify(table)}), async (command, send) => {
      if (++requests !== request) return send();
      if (when === "before") end();
      if (when === "during") setImmediate(end);
      const answer = await send();
      end();
      return answer;
    });
    const core = createCore({ table, clock: () => ${core.clock()}, rules: {}, gateway: {}, secret: "" });
    await ${name}(core, ${JSON.stringify(job)});
    table.close();
  `;
}

/** Works on a job in a process of its own that is killed on the way; false if its work ended before. */
export async function killWorker(core: TestCore, endpoint: string, task: Task, kill: Kill): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ["--no-warnings", "--import", "tsx", "--input-type=module", "--eval", workerOf(core, endpoint, task, kill)],
    { cwd: import.meta.dirname, stdio: ["ignore", "inherit", "inherit"] },
  );
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  if (signal !== "SIGKILL" && code !== 0) throw new Error(`the worker failed with ${code ?? signal}`);
  return signal === "SIGKILL";
}
