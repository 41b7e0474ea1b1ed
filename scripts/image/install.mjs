// node scripts/image/install.mjs @evently/server: what building this one app takes, of the versions that the lockfile names.
import { fail, pnpm } from "../lib/run.mjs";

const app = process.argv[2] ?? fail("Name the app to install for, such as @evently/server.");
const filters = ["--filter", "evently", "--filter", `${app}...`];
if ((await pnpm(["install", "--frozen-lockfile", ...filters], { env: { CI: "true" } })) !== 0)
  fail("The install failed, see above.");
