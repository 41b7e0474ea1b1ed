// npm test: everything, from a bare clone; ends with what failed and one line of counts over all runners.
import { binaries, biome, build, circles, knip, oxlint, packageTypes, webTypes, words } from "./check/checks.mjs";
import { contended, onEachEngine } from "./lib/engines.mjs";
import { install } from "./lib/install.mjs";
import { fetchNginx } from "./lib/nginx.mjs";
import { check, finish, step, vitest } from "./lib/steps.mjs";
import { stories } from "./lib/stories.mjs";

console.log("== Install");
await install();
await step("Format and lint", () => check(biome));
await step("Lint with types", () => check(oxlint));
// At once: each keeps one core busy.
await Promise.all([
  step("Dead code", () => check(knip)),
  step("Platform binaries in the lockfile", () => check(binaries)),
  step("Circles between folders", () => check(circles)),
  step("Retired words", () => check(words)),
]);
const typed = await step("Types", () => check(packageTypes, webTypes));
await fetchNginx();
await step("Unit tests", () => vitest("unit*"));
// All of them run on every engine in `npm run proof`.
await onEachEngine((engine, place) =>
  step(`Table tests on ${engine}${place === 0 ? "" : ", of what is contended"}`, () =>
    vitest("table", { EVENTLY_ENGINE: engine }, place === 0 ? [] : contended),
  ),
);
// The types were checked by building: processes of their own need not compile the source again.
await step("Server tests", () => vitest("server", typed ? { EVENTLY_BUILT: "1" } : {}));
const built = await step("Build", () => check(build));
if (built) await step("Browser tests", stories);
else console.log("\nThe browser tests were left out, since the build failed.");
finish();
