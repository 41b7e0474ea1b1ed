import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { giveNext } from "~/environment";

/**
 * In its image the site has only the files that it runs on, so Next can't make its configuration anew: that needs its compiler. It is
 * given the one of the build, as Next's own program gives it.
 */
export function keepBuiltConfig(dir: string): void {
  const file = join(dir, ".next/required-server-files.json");
  const { config } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { config: null };
  if (config?.output === "standalone") giveNext(config);
}
