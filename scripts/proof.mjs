// npm run proof [-- file]: races and faults in full numbers, on each engine, and the browser stories at every size (-- stories).
import { build } from "./check/checks.mjs";
import { onEachEngine } from "./lib/engines.mjs";
import { install } from "./lib/install.mjs";
import { check, finish, step, vitest } from "./lib/steps.mjs";
import { stories } from "./lib/stories.mjs";

await install();
const filters = process.argv.slice(2);
const onlyStories = filters.join() === "stories";
if (!onlyStories)
  await onEachEngine((engine) =>
    step(`Proof on ${engine}`, () => vitest("proof", { EVENTLY_ENGINE: engine }, filters)),
  );
if (filters.length === 0)
  await onEachEngine((engine) =>
    step(`Table tests over the SDK's client on ${engine}`, () =>
      vitest("table", { EVENTLY_ENGINE: engine, EVENTLY_TRANSPORT: "sdk" }),
    ),
  );
if (onlyStories || filters.length === 0)
  if (await step("Build", () => check(build)))
    await step("Browser stories at every size", () => stories({ everySize: true }));
finish();
