const digits = 6;

/** The code in what was typed or pasted, such as "Your code is 123 456"; null if there is none. */
export function readCode(typed: string): string | null {
  const found = typed.normalize("NFKC").match(/(?<!\d)\d(?:[ -]?\d)*(?!\d)/g) ?? [];
  const codes = found.map((part) => part.replace(/\D/g, "")).filter((code) => code.length === digits);
  return codes.length === 1 ? (codes[0] ?? null) : null;
}
