/** How the visitor's region writes dates and times; the words stay those of the interface. */
export type DateStyle = { monthFirst: boolean; hour12: boolean };

export const defaultDateStyle: DateStyle = { monthFirst: false, hour12: false };

/**
 * The style of an Accept-Language header's first language. Read once on the server and handed to the browser as data, so
 * that both render the same text, whatever locale data they have.
 */
export function readDateStyle(acceptLanguage: string | null): DateStyle {
  const tags = (acceptLanguage ?? "").split(",").map((entry) => entry.split(";")[0]?.trim() ?? "");
  const tag = tags.find(isLanguageTag);
  if (tag === undefined) return defaultDateStyle;
  const format = new Intl.DateTimeFormat(tag, { day: "numeric", month: "numeric", hour: "numeric" });
  const order = format.formatToParts(0).map(({ type }) => type);
  return {
    monthFirst: order.indexOf("month") < order.indexOf("day"),
    hour12: format.resolvedOptions().hour12 ?? false,
  };
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0 && tag !== "*";
  } catch {
    return false;
  }
}
