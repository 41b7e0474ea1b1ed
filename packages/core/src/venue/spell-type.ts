/** The venue's own spelling of a typed seat type: the version before stored the same letters composed in several ways. */
export function spellType(seat_types: readonly string[]): (typed: string) => string {
  const spellings = new Map(seat_types.map((type) => [type.normalize("NFC"), type]));
  return (typed) => spellings.get(typed.trim().normalize("NFC")) ?? typed;
}
