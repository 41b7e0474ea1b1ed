import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// The shell does without a window, and so with less of the processor.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The Chromium on the PATH, best the headless shell; undefined without one, then Playwright uses its own. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
