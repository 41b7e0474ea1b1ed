/**
 * The layers of core, top to bottom: each imports only from those below it. `files` stand at core's root and are named without their
 * ending; `alongside` lists the few imports within a layer.
 */
const layers = [
  { folders: ["audit", "scheduled-work", "recovery", "operator", "export"], files: ["create-core"] },
  { folders: ["analytics", "door", "holders", "privacy"] },
  { folders: ["payment-events"] },
  { folders: ["invoice", "refund"] },
  { folders: ["hold", "box-office"] },
  { folders: ["delivery"] },
  { folders: ["ticket", "door-key"] },
  { folders: ["booking", "search", "seat-map"] },
  { folders: ["event-change", "catalog"] },
  { folders: ["series", "words"] },
  { folders: ["event-seats"] },
  { folders: ["event"] },
  { folders: ["layout"] },
  { folders: ["venue"] },
  { folders: ["membership"] },
  { folders: ["sign-in"] },
  { folders: ["journal"] },
  { folders: ["user"] },
  { folders: ["organization"] },
  {
    folders: ["idempotency", "counts", "mail", "payment", "seat", "network", "admission"],
    alongside: { counts: ["seat"] },
  },
  { folders: ["table"] },
  { files: ["cursor", "config", "event-sink", "mine", "page-of", "top-k"], alongside: { "page-of": ["cursor"] } },
  { folders: ["caching"] },
  { folders: ["concurrency", "format", "text"] },
  { folders: ["ticket-code"] },
  { folders: ["money"], files: ["errors", "flag", "ids", "time"] },
  { files: ["failures", "seconds"] },
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
