const formats = new Map<string, { format: Intl.NumberFormat; minorUnits: number }>();

function formatOf(currency: string) {
  const cached = formats.get(currency);
  if (cached) return cached;
  const format = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  });
  const entry = { format, minorUnits: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
  formats.set(currency, entry);
  return entry;
}

/** An amount in the currency's minor unit: 15000 USD is "$150", 3950 is "$39.50", 1500 JPY is "¥1,500". */
export function formatMoney(amount: number, currency: string): string {
  const { format, minorUnits } = formatOf(currency);
  return format.format(amount / minorUnits);
}
