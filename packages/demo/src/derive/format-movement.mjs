import { flattenTitle } from "./format-title.mjs";

/** The part of a work that is played, or "excerpts"; "" for the whole work. */
export function formatMovement(raw) {
  if (!raw) return "";
  const text = flattenTitle(raw)
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/ -- /g, " — ")
    .replace(/(^|[\s(])"/g, "$1“")
    .replace(/"/g, "”")
    .replace(/'/g, "’")
    .replace(/ \[([^\]]+)\]/g, " ($1)")
    .replace(/\(Dvorak\)/, "(arr. Dvořák)")
    .replace(/ of the a Modern/, " of a Modern")
    .replace(/: L ciel/, ": Le ciel")
    .replace(/ \.\.\./, " … ")
    .trim();
  return /^((unspecified )?excerpts?|selections?)$/i.test(text)
    ? "excerpts"
    : text.replace(/, selections?( from)?$/, " (excerpt)");
}
