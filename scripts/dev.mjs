// npm run dev: the same as npm start, from source and restarting on change.
import { join } from "node:path";
import { bundleSite } from "./lib/bundle-site.mjs";
import { findMailbox } from "./lib/find-mailbox.mjs";
import { install } from "./lib/install.mjs";
import { checkPortsFree } from "./lib/ports.mjs";
import { Processes, whenAnswering } from "./lib/processes.mjs";
import { fail, node, root } from "./lib/run.mjs";
import { keepPrivate, readSettings } from "./lib/settings.mjs";
import { startEmbeddedEngine } from "./lib/start-embedded-engine.mjs";

await install();
const settings = readSettings();
await checkPortsFree(settings);
if ((await node(["node_modules/typescript/bin/tsc", "-b", "packages/local-db"])) !== 0)
  fail("The build failed, see above.");

keepPrivate(settings);
const processes = new Processes();
try {
  if (settings.embedded) {
    const engine = await startEmbeddedEngine(settings);
    processes.watch(engine);
    settings.env.DYNAMODB_ENDPOINT = engine.endpoint;
  }
  const watch = ["node_modules/tsx/dist/cli.mjs", "watch", "--conditions=@evently/source", "apps/server/src/main.ts"];
  const api = processes.start("The API", watch, { cwd: root, env: settings.env });
  await whenAnswering(`${settings.api}/health`, api, 180);

  await bundleSite();
  const site = { ...settings.env, NODE_ENV: "development", PORT: String(settings.webPort) };
  const env = { ...site, PUBLIC_ORIGIN: settings.env.PUBLIC_ORIGIN || settings.site };
  processes.start("The site", ["dist/server.js"], { cwd: join(root, "apps/web"), env });
  const mailbox = await findMailbox(settings);
  if (mailbox) console.log(`Mails stay on this machine: ${mailbox}`);
} catch (error) {
  console.error(error.message);
  await processes.end(1);
}
