// npm run verify: what a change must pass before it is committed; needs no database.
import { biome, circles, oxlint, packageTypes, webTypes, words } from "./check/checks.mjs";
import { install } from "./lib/install.mjs";
import { check, finish, step, vitest } from "./lib/steps.mjs";

await install();
await step("Format and lint", () => check(biome));
await step("Lint with types", () => check(oxlint));
await step("Circles between folders", () => check(circles));
await step("Retired words", () => check(words));
await step("Types", () => check(packageTypes, webTypes));
await step("Unit tests", () => vitest("unit*"));
finish();
