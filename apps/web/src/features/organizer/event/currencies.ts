/** Those that are asked for most, first. */
const usual = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK", "JPY"];

let known: { code: string; name: string }[] | undefined;

/** Every currency that the browser knows, with its name; the usual ones first. */
export function currencies(): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(["en"], { type: "currency" });
  known ??= [...new Set([...usual, ...Intl.supportedValuesOf("currency")])].map((code) => ({
    code,
    name: names.of(code) ?? code,
  }));
  return known;
}
