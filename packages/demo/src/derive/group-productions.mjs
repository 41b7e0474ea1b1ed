/**
 * The concerts as productions, in the order of their first dates. Concerts of one name in one hall are dates of one
 * production, and those that also agree in works, artists and length are dates of one run.
 */
export function groupProductions(events) {
  const productions = new Map();
  for (const { name, venue, date, time, ...rest } of events) {
    const runs = getOrAdd(productions, JSON.stringify([name, venue]), () => ({ name, venue, runs: new Map() })).runs;
    getOrAdd(runs, JSON.stringify(rest), () => ({ ...rest, dates: [] })).dates.push(`${date}T${time}`);
  }
  return [...productions.values()].map(({ runs, ...production }) => ({ ...production, runs: [...runs.values()] }));
}

function getOrAdd(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}
