const calls = ["prepare", "authorize", "capture", "void", "refund", "find", "write"];
const moments = ["before", "after"];
const deaths = moments.flatMap((when) => calls.map((call) => `death ${when} ${call}`));

/** What a money history is made of, with the occurrences that count as it. */
const ingredients: Readonly<Record<string, readonly string[]>> = {
  ok: ["ok"],
  declined: ["declined"],
  slow: ["slow"],
  "time-out before the charge": ["timeout before authorize", "late before authorize"],
  "time-out after the charge": ["timeout after authorize"],
  "a charge that arrives after its time-out": ["late before authorize", "late after authorize"],
  "challenge passed": ["challenge passed"],
  "challenge failed": ["challenge failed"],
  "challenge abandoned": ["challenge abandoned"],
  "late success, seats free": ["late success, seats free"],
  "late success, seats taken": ["late success, seats taken"],
  "capture failure": moments.flatMap((when) => ["lost", "timeout", "late"].map((how) => `${how} ${when} capture`)),
  "capture refused for good": ["capture refused for good"],
  "partial refund": ["partial refund"],
  "full refund": ["full refund"],
  "refund at the gateway, every webhook lost": ["refund at the gateway, no webhook"],
  "cancel during payment": ["cancel during payment"],
  "event cancelled during payment": ["event cancelled during payment"],
  "price changed meanwhile": ["price changed meanwhile"],
  "engine restart between send and retry": ["resent after write"],
  ...Object.fromEntries(deaths.map((death) => [death, [death]])),
};

/** What only a gateway has that has disputes and webhooks. */
export const ofStripe = ["dispute", ...["lost", "doubled", "reordered", "early"].map((how) => `webhooks ${how}`)];

/** How often each was met, `others` as they are named. */
export function countIngredients(saw: ReadonlyMap<string, number>, others: readonly string[]): Record<string, number> {
  const all = { ...ingredients, ...Object.fromEntries(others.map((name) => [name, [name]])) };
  const count = (names: readonly string[]) => names.reduce((sum, name) => sum + (saw.get(name) ?? 0), 0);
  return Object.fromEntries(Object.entries(all).map(([name, names]) => [name, count(names)]));
}

/** Those that were met less often than `least`; of the points at which a process dies a tenth is enough. */
export const missing = (counts: Readonly<Record<string, number>>, least: number): string[] =>
  Object.keys(counts).filter((name) => (counts[name] ?? 0) < (name.startsWith("death") ? least / 10 : least));
