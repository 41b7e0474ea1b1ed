export const encodings = [
  ["utf-8", "UTF-8"],
  ["utf-16le", "UTF-16"],
  ["utf-16be", "UTF-16, big-endian"],
  ["windows-1252", "Western (Windows-1252)"],
  ["windows-1250", "Central European (Windows-1250)"],
  ["windows-1251", "Cyrillic (Windows-1251)"],
  ["windows-1253", "Greek (Windows-1253)"],
  ["windows-1254", "Turkish (Windows-1254)"],
] as const;
export type Encoding = (typeof encodings)[number][0];

/** How many bytes tell whether a file without a byte order mark is UTF-16. */
const sample = 4096;

/**
 * The encoding that a file's bytes speak for. What is no UTF is taken for Windows-1252, which Excel writes in Western Europe;
 * the other code pages can't be told from it, so a person picks them.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const [even, odd] = countZeros(bytes.subarray(0, sample));
  if (even + odd > 0) return odd >= even ? "utf-16le" : "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Without a byte order mark. */
export const decodeText = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

/** Workbooks and archives begin so; they are no text in any encoding. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);

/** UTF-16 has a zero in every separator and line end: in the second byte if little-endian, else in the first. */
function countZeros(bytes: Uint8Array): [even: number, odd: number] {
  const count: [number, number] = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) count[index % 2 === 0 ? 0 : 1]++;
  });
  return count;
}
