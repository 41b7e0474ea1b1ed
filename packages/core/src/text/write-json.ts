type Entries = AsyncIterable<unknown> | Iterable<unknown>;

/**
 * A JSON object piece by piece: fields that are written at once, then lists whose entries are read while they are written. A
 * Set is written as a list.
 */
export async function* writeJson(
  fields: Record<string, unknown>,
  lists: Record<string, Entries>,
): AsyncGenerator<string> {
  const written = Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${write(value)}`);
  yield `{\n${written.join(",\n")}`;
  let isFirst = written.length === 0;
  for (const [name, entries] of Object.entries(lists)) {
    yield `${isFirst ? "" : ",\n"}${JSON.stringify(name)}: [`;
    isFirst = false;
    let sign = "\n";
    for await (const entry of entries) {
      yield sign + write(entry);
      sign = ",\n";
    }
    yield "]";
  }
  yield "\n}\n";
}

const write = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (inner instanceof Set ? [...inner] : inner)) ?? "null";
