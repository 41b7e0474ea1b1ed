import { fail } from "./run.mjs";

/** Parts of the paths of the tests in which requests contend, or that read what another version or a crash left in the table. */
export const contended = [
  ...["races", "before.engine", "local-db/"],
  ...["table", "seat", "hold", "booking", "box-office", "refund", "idempotency", "recovery"].map(
    (name) => `core/src/${name}/`,
  ),
];

/** Runs this once for each engine that the machine can run, in turn, with its place; names the one that it leaves out. */
export async function onEachEngine(runOn) {
  // Not at the top: this file is read before the install that brings tsx.
  const { tsImport } = await import("tsx/esm/api");
  const { findEngine, listEngines } = await tsImport("../../packages/local-db/src/find-engine.ts", import.meta.url);
  const engines = await listEngines();
  if (engines.length === 0) await findEngine().catch((error) => fail(error.message));
  for (const [place, engine] of engines.entries()) await runOn(engine, place);
  if (!engines.includes("dynoxide"))
    console.log("\nNot run on dynoxide: it has no installed binary for this platform.");
  if (!engines.includes("dynamodb-local"))
    console.log("\nNot run on DynamoDB Local: it needs Java 17 or newer on the PATH.");
}
