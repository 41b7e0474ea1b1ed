/** Runs this once for each engine, one after the other; says so where Java 17 is missing and DynamoDB Local is left out. */
export async function onEachEngine(runOn) {
  // Not at the top: this file is read before the install that brings tsx.
  const { tsImport } = await import("tsx/esm/api");
  const { hasJava17 } = await tsImport("../../packages/local-db/src/find-engine.ts", import.meta.url);
  await runOn("dynoxide");
  if (await hasJava17()) await runOn("dynamodb-local");
  else console.log("\nDynamoDB Local was left out: it needs Java 17 or newer on the PATH.");
}
