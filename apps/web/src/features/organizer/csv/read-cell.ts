const yes = new Set("1 x y yes j ja o oui t true wahr vrai verdadero vero s si sì sí sim tak да ✓ ✔".split(" "));
const no = new Set("0 n no nein non f false falsch faux falso não nie нет - –".split(" "));

/** Null for a cell that says neither yes nor no; an empty one says no. */
export function readFlag(cell: string): boolean | null {
  const word = cell.toLowerCase();
  if (word === "" || no.has(word)) return false;
  return yes.has(word) ? true : null;
}

/**
 * A number with a decimal point or comma. With both, the last one is the decimal sign: 1.234,5 is 1234.5. Null for any other
 * text.
 */
export function readDecimal(cell: string): number | null {
  const text = cell.replace("−", "-").replace(/[\s']/g, "");
  const grouping = text.lastIndexOf(",") > text.lastIndexOf(".") ? /\./g : /,(?=.*\.)/g;
  const plain = text.replace(grouping, "").replace(",", ".");
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
