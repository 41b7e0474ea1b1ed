// npm run proof [-- file]: races and faults in full numbers, on each engine.
import { onEachEngine } from "./lib/engines.mjs";
import { install } from "./lib/install.mjs";
import { finish, step, vitest } from "./lib/steps.mjs";

await install();
const filters = process.argv.slice(2);
await onEachEngine((engine) => step(`Proof on ${engine}`, () => vitest("proof", { EVENTLY_ENGINE: engine }, filters)));
finish();
