import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

/** Sees that nginx's tests have an nginx: one that is there, or on Debian as root one installed now. Without it they skip themselves. */
export async function fetchNginx() {
  if (isThere() || !existsSync("/etc/debian_version") || process.getuid?.() !== 0) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  if ((await run("apt-get", ["update", "-qq"], { env })) === 0)
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "nginx"], { env });
}

function isThere() {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.some((folder) => existsSync(join(folder, "nginx")));
}
