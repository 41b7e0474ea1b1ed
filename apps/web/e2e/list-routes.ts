import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const app = fileURLToPath(new URL("../src/app/", import.meta.url));

/** Every page in the app directory, with its route, such as "/events/[event_id]". */
export function listRoutes(): { route: string; file: string }[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => basename(file) === "page.tsx")
    .map((file) => ({ route: `/${dirname(file).split("/").filter(isPart).join("/")}`, file: join(app, file) }));
}

/** Groups such as "(browse)" are no part of an address. */
const isPart = (folder: string) => folder !== "." && !folder.startsWith("(");
