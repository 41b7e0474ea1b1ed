const formats = new Map<string, { format: Intl.NumberFormat; minorUnits: number }>();

function formatOf(currency: string) {
  const known = formats.get(currency);
  if (known) return known;
  const format = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  });
  const made = { format, minorUnits: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
  formats.set(currency, made);
  return made;
}

/** An amount in the currency's minor unit as people read it: 15000 USD is "$150", 3950 is "$39.50", 1500 JPY is "¥1,500". */
export function formatMoney(amount: number, currency: string): string {
  const { format, minorUnits } = formatOf(currency);
  return format.format(amount / minorUnits);
}
