/** The letters and digits of a name in plain capitals: "Loge d’été 2" is "LOGEDETE2". */
const plain = (name: string) =>
  name
    .normalize("NFD")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");

function* candidates(section: string): Generator<string> {
  const letters = plain(section).replace(/[^A-Z]/g, "") || "S";
  yield letters.slice(0, 3);
  const last = plain(section.trim().split(/\s+/).at(-1) ?? "");
  yield letters.slice(0, 1) + last.slice(0, 3);
  for (let number = 1; number < 100; number++) yield letters.slice(0, 2) + number;
}

/** Neither is a prefix of the other, so that their rows can't have the same name. */
const areApart = (a: string, b: string) => !a.startsWith(b) && !b.startsWith(a);

/**
 * A short prefix for the rows of each section, in the order given: "Balcony" is BAL. The section without a name has none.
 * Codes in `taken` stay as they are.
 */
export function codeSections(
  sections: Iterable<string>,
  taken: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const codes = new Map(taken);
  for (const section of sections) {
    if (codes.has(section)) continue;
    const used = [...codes.values()].filter((code) => code !== "");
    const free = [...candidates(section)].find((code) => used.every((other) => areApart(code, other)));
    codes.set(section, section === "" ? "" : (free ?? `X${codes.size}`));
  }
  return codes;
}
