import { readdirSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";

const app = fileURLToPath(new URL("../src/app/", import.meta.url));

/** The route of every page in the app directory, such as "/events/[event_id]". */
export function listRoutes(): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => basename(file) === "page.tsx")
    .map((file) => `/${dirname(file).split("/").filter(isPart).join("/")}`)
    .sort();
}

/** Groups such as "(browse)" are no part of an address. */
const isPart = (folder: string) => folder !== "." && !folder.startsWith("(");
