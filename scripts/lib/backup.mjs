import { join, resolve } from "node:path";
import { fail, node } from "./run.mjs";

const dist = "../../packages/local-db/dist";

/** Copies DATA_DIR while it is in use. */
export async function backUpTo(directory, { embedded, dataDir }) {
  checkEmbedded(embedded, directory);
  const { backUp } = await import(`${dist}/back-up.js`);
  const { table_bytes, ledger_bytes } = await backUp(dataDir, resolve(directory)).catch((error) => fail(error.message));
  console.log(`${directory} has the table (${table_bytes} bytes), the ledger (${ledger_bytes} bytes) and the secrets.`);
}

/** Puts a backup into an empty DATA_DIR and makes it fit to be started; answers the exit code. */
export async function restoreFrom(directory, { embedded, dataDir, env }, cli) {
  checkEmbedded(embedded, directory);
  const [{ restore }, { startEngine }] = await Promise.all(
    ["restore", "start-engine"].map((file) => import(`${dist}/${file}.js`)),
  );
  const { made_at, keptLedger } = await restore(resolve(directory), dataDir).catch((error) => fail(error.message));
  console.log(`${dataDir} has the table of ${made_at}${keptLedger ? ", and keeps the ledger that was there" : ""}.`);
  const engine = await startEngine({ dbPath: join(dataDir, "engine") });
  try {
    return await node([cli, "recover"], { env: { ...env, DYNAMODB_ENDPOINT: engine.endpoint } });
  } finally {
    await engine.stop();
  }
}

function checkEmbedded(embedded, directory) {
  if (!directory) fail("Name a folder: npm run evently -- backup FOLDER, or restore FOLDER.");
  if (!embedded) fail("DYNAMODB_ENDPOINT is set: that table is backed up by whoever runs it, see docs/operations.md.");
}
