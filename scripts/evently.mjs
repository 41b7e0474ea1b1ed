// npm run evently -- audit event-00001: the operator's commands, against the table that npm start uses.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { backUpTo, restoreFrom } from "./lib/backup.mjs";
import { checkNode } from "./lib/install.mjs";
import { fail, node, root } from "./lib/run.mjs";
import { keepPrivate, readSettings } from "./lib/settings.mjs";

checkNode();
const command = join(root, "apps/server/dist/cli.js");
if (!existsSync(command)) fail("Evently is not built yet: run npm start once.");
const settings = readSettings();
keepPrivate(settings);
const [verb, directory] = process.argv.slice(2);
if (verb === "backup") {
  await backUpTo(directory, settings);
  process.exit(0);
}
if (verb === "restore") process.exit(await restoreFrom(directory, settings, command));
if (settings.embedded) {
  const { answers } = await import("../packages/local-db/dist/start-engine.js");
  if (settings.endpoint === null || !(await answers(settings.endpoint)))
    fail("No database engine answers: run npm start in another terminal, or set DYNAMODB_ENDPOINT.");
}
process.exit(await node([command, ...process.argv.slice(2)], { env: settings.env }));
