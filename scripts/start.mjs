// npm start: from a bare checkout to a site that sells tickets, in one process tree that Ctrl-C ends.
import { findMailbox } from "./lib/find-mailbox.mjs";
import { install } from "./lib/install.mjs";
import { checkPortsFree } from "./lib/ports.mjs";
import { Processes, whenAnswering } from "./lib/processes.mjs";
import { fail, pnpm, root } from "./lib/run.mjs";
import { keepPrivate, readSettings } from "./lib/settings.mjs";
import { startEmbeddedEngine } from "./lib/start-embedded-engine.mjs";

await install();
const settings = readSettings();
await checkPortsFree(settings);
if ((await pnpm(["exec", "turbo", "run", "build", "--output-logs=errors-only"])) !== 0)
  fail("The build failed, see above.");

keepPrivate(settings);
const env = { ...settings.env, NODE_ENV: "production" };
const processes = new Processes();
try {
  if (settings.embedded) {
    const engine = await startEmbeddedEngine(settings);
    processes.watch(engine);
    env.DYNAMODB_ENDPOINT = engine.endpoint;
  }
  const api = processes.start("The API", ["apps/server/dist/main.js"], { cwd: root, env });
  await whenAnswering(`${settings.api}/health`, api, 180);

  const site = { ...env, PORT: String(settings.webPort), PUBLIC_ORIGIN: env.PUBLIC_ORIGIN || settings.site };
  const web = processes.start("The site", ["apps/web/dist/server.js"], { cwd: root, env: site, quiet: true });
  await whenAnswering(`${settings.site}/`, web, 120);
  const mailbox = await findMailbox(settings);
  if (mailbox) console.log(`Mails stay on this machine: ${mailbox}`);
  console.log(`Evently is at ${settings.site} (API at ${settings.api}). Ctrl-C ends it.`);
} catch (error) {
  console.error(error.message);
  await processes.end(1);
}
