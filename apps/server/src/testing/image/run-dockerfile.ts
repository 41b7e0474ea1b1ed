import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile } from "node:fs/promises";
import { dirname, join, matchesGlob, relative } from "node:path";
import { promisify } from "node:util";
import { type Instruction, readDockerfile, root } from "./read-dockerfile.ts";

const run = promisify(execFile);

type Stage = { name: string; directory: string; workdir: string };

/** How a container of the image would start; `directory` is its working directory. */
export type Image = { directory: string; env: Record<string, string>; command: string[]; healthcheck: string[] };

/**
 * Executes a Dockerfile in empty directories under `under`, one per stage: copies files and runs commands with this
 * machine's Node and `env`. Supports only the instructions that ours uses, without base images, users or layers.
 */
export async function runDockerfile(path: string, under: string, env: NodeJS.ProcessEnv): Promise<Image> {
  const stages: Stage[] = [];
  const image: Image = { directory: "", env: {}, command: [], healthcheck: [] };
  for (const instruction of await readDockerfile(path)) {
    if (instruction.word === "FROM") {
      const name = / AS (\w+)$/.exec(instruction.args)?.[1] ?? "";
      stages.push({ name, directory: await mkdtemp(join(under, "stage-")), workdir: "/" });
      image.env = {};
    }
    const stage = stages.at(-1);
    if (!stage) throw new Error(`${path} does not begin with FROM`);
    if (instruction.word === "RUN") await runNode(instruction.args, stage.directory, env);
    else await follow(instruction, stage, stages, image);
    image.directory = stage.directory;
  }
  return image;
}

async function follow({ word, args }: Instruction, stage: Stage, stages: Stage[], image: Image): Promise<void> {
  switch (word) {
    case "FROM":
    case "USER":
    case "EXPOSE":
      return;
    case "WORKDIR":
      stage.workdir = args;
      return;
    case "ENV":
      for (const pair of args.split(" "))
        image.env[pair.slice(0, pair.indexOf("="))] = pair.slice(pair.indexOf("=") + 1);
      return;
    case "CMD":
      image.command = JSON.parse(args) as string[];
      return;
    case "HEALTHCHECK":
      image.healthcheck = JSON.parse(args.slice(args.indexOf("["))) as string[];
      return;
    case "COPY":
      return copy(args, stage, stages);
    default:
      throw new Error(`${word} is not known here`);
  }
}

async function copy(args: string, stage: Stage, stages: Stage[]): Promise<void> {
  const words = args.split(" ");
  const from = words[0]?.startsWith("--from=") ? words.shift()?.slice("--from=".length) : undefined;
  const to = words.pop() ?? "";
  const source = stages.find(({ name }) => name === from);
  for (const entry of words) {
    if (from === undefined) await copyContext(entry, to, stage.directory);
    else if (source) {
      const path = join(source.directory, relative(source.workdir, entry));
      await cp(path, join(stage.directory, to), { recursive: true, verbatimSymlinks: true });
    } else throw new Error(`COPY knows no stage ${from}`);
  }
}

/** A file is copied into a directory that ends with a slash; for a directory its content is copied. */
async function copyContext(entry: string, to: string, directory: string): Promise<void> {
  const files = (await listContext()).filter((file) => entry === "." || file === entry || file.startsWith(`${entry}/`));
  if (files.length === 0) throw new Error(`COPY finds no ${entry} in what .dockerignore leaves`);
  for (const file of files) {
    const inside = file === entry ? file.slice(file.lastIndexOf("/") + 1) : relative(entry, file);
    const target = join(directory, to, inside);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(root, file), target);
  }
}

/** The files of the checkout, including uncommitted ones, without those excluded by .dockerignore. */
async function listContext(): Promise<string[]> {
  const { stdout } = await run("git", ["ls-files", "-co", "--exclude-standard", "--deduplicate"], { cwd: root });
  const ignored = (await readFile(join(root, ".dockerignore"), "utf8")).split("\n").filter(Boolean);
  return stdout
    .split("\n")
    .filter((file) => file && !ancestry(file).some((path) => ignored.some((pattern) => matchesGlob(path, pattern))));
}

function ancestry(file: string): string[] {
  const names = file.split("/");
  return names.map((_, i) => names.slice(0, i + 1).join("/"));
}

async function runNode(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const [program, ...args] = line.split(" ");
  if (program !== "node") throw new Error(`Only node is run here, not ${line}`);
  await run(process.execPath, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }).catch((error) => {
    throw new Error(`${line} failed: ${error.stdout}\n${error.stderr}`);
  });
}
