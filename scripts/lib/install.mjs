import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, pnpm, root } from "./run.mjs";

const stamp = join(root, "node_modules", ".evently-installed");

/** Ends with one sentence when this Node is older than 20.19. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Evently needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  }
}

/** Installs what the lockfile names, unless the last install was of this very lockfile; ends with code 1 where that fails. */
export async function install() {
  checkNode();
  useHooks();
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if ((await pnpm(["install", "--frozen-lockfile"], { env: { CI: "true" } })) !== 0)
    fail("The install failed, see above.");
  writeFileSync(stamp, wanted);
}

function useHooks() {
  if (!existsSync(join(root, ".git"))) return;
  try {
    execFileSync("git", ["config", "core.hooksPath", ".githooks"], { cwd: root, stdio: "ignore" });
  } catch {
    // No git, or a read-only checkout: the hook is a convenience, the same checks run in npm test.
  }
}
