// Packages with native code name one optional dependency a platform. Where the registry lacks one, pnpm silently leaves it out of the
// lockfile, and a frozen install on that platform gets no binary. This names each that is missing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./lib/run.mjs";

/** Prints what is missing; answers an exit code. */
function checkBinaries() {
  const locked = readLocked(readFileSync(join(root, "pnpm-lock.yaml"), "utf8"));
  const missing = installedManifests().flatMap((manifest) => missingOf(manifest, locked));
  if (missing.length === 0) {
    console.log("Every optional dependency of an installed package is in the lockfile.");
    return 0;
  }
  for (const line of new Set(missing)) console.error(line);
  console.error("Pin a version of these packages whose binaries are complete.");
  return 1;
}

/** What one package wants and the lockfile lacks; an exact version must be there exactly. */
export function missingOf({ name, version, optionalDependencies = {} }, locked) {
  if (!locked.has(`${name}@${version}`)) return [];
  return Object.entries(optionalDependencies)
    .filter(([wanted, range]) => !locked.has(/^\d/.test(range) ? `${wanted}@${range}` : wanted))
    .map(([wanted, range]) => `${name}@${version} needs ${wanted}@${range}, which is not in pnpm-lock.yaml.`);
}

/** Every `name` and `name@version` that the lockfile lists. */
export function readLocked(lockfile) {
  const locked = new Set();
  for (const [, name, version] of lockfile.matchAll(/^ {2}'?((?:@[\w.-]+\/)?[\w.-]+)@([^:('\s]+)'?:/gm)) {
    locked.add(name).add(`${name}@${version}`);
  }
  return locked;
}

function installedManifests() {
  const store = join(root, "node_modules/.pnpm");
  return readdirSync(store)
    .map((entry) => join(store, entry, "node_modules"))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => packageFolders(folder))
    .map((folder) => join(folder, "package.json"))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")));
}

function packageFolders(folder) {
  return readdirSync(folder).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(folder, name)).map((own) => join(folder, name, own)) : [join(folder, name)],
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(checkBinaries());
