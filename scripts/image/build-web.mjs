// node scripts/image/build-web.mjs: fills image/ with the site as it runs in a container: its server and what the pages need.
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fail, node, root } from "../lib/run.mjs";

const image = join(root, "image");
const web = join(root, "apps/web");
const tsc = ["node_modules/typescript/bin/tsc", "-b", "packages/api", "packages/calendar", "packages/tickets"];

if ((await node(tsc)) !== 0) fail("The build of the packages failed, see above.");
if ((await node(["scripts/build-site.mjs"], { env: { NEXT_OUTPUT: "standalone" } })) !== 0)
  fail("The build of the site failed, see above.");

rmSync(image, { recursive: true, force: true });
copy(join(web, ".next/standalone"), image);
copy(join(web, ".next/static"), join(image, "apps/web/.next/static"));
// Next's own program is not started: ours stands in its place, and calls what it would call.
rmSync(join(image, "apps/web/server.js"));
copy(join(web, "dist"), join(image, "apps/web/dist"));
// Social cards find their fonts by name at run time, so nothing that Next traces names them.
const fonts = "node_modules/@fontsource-variable";
cpSync(join(web, fonts), join(image, "apps/web", fonts), { recursive: true, dereference: true });
if (existsSync(join(web, "public"))) copy(join(web, "public"), join(image, "apps/web/public"));

function copy(from, to) {
  // The links of pnpm's layout point inside the folder, so they stay what they are.
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}
