// node scripts/build-site.mjs: the site for production, its pages and its own server.
import { join } from "node:path";
import { bundleSite } from "./lib/bundle-site.mjs";
import { fail, node, root } from "./lib/run.mjs";

await bundleSite();
if ((await node(["node_modules/next/dist/bin/next", "build"], { cwd: join(root, "apps/web") })) !== 0)
  fail("The build of the site failed, see above.");
