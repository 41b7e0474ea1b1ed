type Value = { B?: unknown; BS?: unknown; L?: unknown; M?: unknown };

/** Replaces the bytes of binary values, at any depth and in place, by base64 text for JSON. */
export const encodeBinary = <T extends object>(record: T): T => inRecord(record, encode);

/** Replaces the base64 text of binary values, at any depth and in place, by their bytes, as the SDK returns them. */
export const decodeBinary = <T extends object>(record: T): T => inRecord(record, decode);

type Change = (binary: unknown) => unknown;

function inRecord<T extends object>(record: T, change: Change): T {
  for (const value of Object.values(record)) inValue(value as Value, change);
  return record;
}

function inValue(value: Value, change: Change): void {
  if (value.B !== undefined) value.B = change(value.B);
  else if (Array.isArray(value.BS)) value.BS = value.BS.map(change);
  else if (Array.isArray(value.L)) for (const element of value.L) inValue(element as Value, change);
  else if (value.M) inRecord(value.M, change);
}

function encode(bytes: unknown): unknown {
  if (!(bytes instanceof Uint8Array)) return bytes;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

function decode(base64: unknown): unknown {
  const { buffer, byteOffset, byteLength } = Buffer.from(String(base64), "base64");
  return new Uint8Array(buffer, byteOffset, byteLength);
}
