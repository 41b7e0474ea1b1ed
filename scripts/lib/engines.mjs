import { fail } from "./run.mjs";

/** Runs this once for each engine that the machine can run, one after the other; names the one that it leaves out. */
export async function onEachEngine(runOn) {
  // Not at the top: this file is read before the install that brings tsx.
  const { tsImport } = await import("tsx/esm/api");
  const { findEngine, listEngines } = await tsImport("../../packages/local-db/src/find-engine.ts", import.meta.url);
  const engines = await listEngines();
  if (engines.length === 0) await findEngine().catch((error) => fail(error.message));
  for (const engine of engines) await runOn(engine);
  if (!engines.includes("dynoxide"))
    console.log("\nNot run on dynoxide: it has no installed binary for this platform.");
  if (!engines.includes("dynamodb-local"))
    console.log("\nNot run on DynamoDB Local: it needs Java 17 or newer on the PATH.");
}
