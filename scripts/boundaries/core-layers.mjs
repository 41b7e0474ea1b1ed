/**
 * The layers of core, top to bottom: each imports only from those below it. `files` stand at core's root and are named without their
 * ending; `alongside` lists the few imports within a layer.
 */
const layers = [
  { folders: ["audit", "scheduled-work", "recovery"], files: ["create-core"] },
  { folders: ["analytics", "hold"] },
  { folders: ["booking", "search", "seat-map"] },
  { folders: ["event"] },
  { folders: ["venue"] },
  { folders: ["journal"] },
  { folders: ["user"] },
  { folders: ["idempotency", "counts", "payment", "seat", "network"], alongside: { counts: ["seat"] } },
  { folders: ["table"] },
  {
    files: [
      "errors",
      "background",
      "bytes-of-text",
      "time",
      "text",
      "text-file",
      "csv",
      "work-through",
      "mine",
      "own-copy",
      "fold",
      "fold-scripts",
      "config",
      "ids",
      "cursor",
      "page-of",
      "single-flight",
      "group-commit",
      "heap-share",
      "event-sink",
      "prewritten",
      "top-k",
      "ttl-cache",
    ],
    alongside: {
      cursor: ["errors"],
      "event-sink": ["ids"],
      fold: ["fold-scripts"],
      "page-of": ["cursor"],
      "ttl-cache": ["own-copy", "single-flight", "time"],
    },
  },
  { folders: ["money"], files: ["flag"] },
];

export const folders = layers.flatMap((layer) => layer.folders ?? []);
export const rootFiles = layers.flatMap((layer) => layer.files ?? []);

/** What a folder or root file of core may not import: the rest of its layer, and every layer above. */
export function forbiddenTo(name) {
  const level = layers.findIndex((layer) => namesOf(layer).includes(name));
  const allowed = [name, ...(layers[level].alongside?.[name] ?? [])];
  return layers
    .slice(0, level + 1)
    .flatMap(namesOf)
    .filter((other) => !allowed.includes(other));
}

/** What it may import, highest first. */
export function allowedTo(name) {
  const forbidden = [name, ...forbiddenTo(name)];
  return layers.flatMap(namesOf).filter((other) => !forbidden.includes(other));
}

function namesOf({ folders: own = [], files = [] }) {
  return [...own, ...files];
}
