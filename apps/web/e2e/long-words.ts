/** One word of so many letters, as German makes them. */
export const word = (letters: number) => "Donaudampfschifffahrtsgesellschaftskapitän".repeat(5).slice(0, letters);
