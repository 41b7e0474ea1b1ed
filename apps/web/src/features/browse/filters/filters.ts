import { currencyCode, largestAmount } from "@evently/core/money/money.rules";
import type { SearchEvents } from "@evently/core/search";
import { anyPrice } from "./price-ranges";

const sorts = ["date", "price", "relevance"] as const;
export type Sort = (typeof sorts)[number];

/** Every field is a parameter of the page's address, "" for none. Prices are in the minor unit. */
export type Filters = {
  search: string;
  city: string;
  artist: string;
  tag: string;
  from: string;
  to: string;
  price_min: string;
  price_max: string;
  /** Of the prices, and of the order by price. */
  currency: string;
  sort: Sort | "";
};
export type FilterName = "search" | "city" | "artist" | "tag" | "dates" | "price";

/** The parameters that each filter is made of. */
const parametersOf = {
  search: ["search"],
  city: ["city"],
  artist: ["artist"],
  tag: ["tag"],
  dates: ["from", "to"],
  price: ["price_min", "price_max"],
} as const satisfies Record<FilterName, readonly (keyof Filters)[]>;

export const noFilters: Filters = {
  search: "",
  city: "",
  artist: "",
  tag: "",
  from: "",
  to: "",
  price_min: "",
  price_max: "",
  currency: "",
  sort: "",
};

const isPrice = (text: string) => /^\d{1,12}$/.test(text) && Number(text) <= largestAmount;
const isCurrency = (text: string) => currencyCode.test(text);
const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Reads an address and ignores invalid parameters, so that a broken link still shows a list. */
export function readFilters(parameters: URLSearchParams): Filters {
  const read = (name: string) => parameters.get(name) ?? "";
  const readIf = (isValid: (text: string) => boolean, name: string) => (isValid(read(name)) ? read(name) : "");
  const price = { price_min: readIf(isPrice, "price_min"), price_max: readIf(isPrice, "price_max") };
  const isBackwards = price.price_max !== "" && Number(price.price_min) > Number(price.price_max);
  return {
    search: read("search").slice(0, 200),
    city: read("city").slice(0, 80),
    artist: read("artist").slice(0, 120),
    tag: read("tag").slice(0, 120),
    from: readIf(isDate, "from"),
    to: readIf(isDate, "to"),
    ...(isBackwards ? anyPrice : price),
    currency: readIf(isCurrency, "currency"),
    sort: sorts.find((sort) => sort === parameters.get("sort")) ?? "",
  };
}

/** The address for these filters: "/" or "/?city=Vail&from=2027-01-14". */
export function writeFilters(filters: Filters): string {
  const set = Object.entries(filters).filter(([, value]) => value !== "");
  const query = new URLSearchParams(set).toString();
  return query === "" ? "/" : `/?${query}`;
}

/** The chosen order, else best match for a search and soonest first otherwise. */
export function effectiveSort({ sort, search }: Filters): Sort {
  if (sort === "relevance" && search.trim() === "") return "date";
  return sort === "" ? (search.trim() === "" ? "date" : "relevance") : sort;
}

/** A last day before the first one, as one may type. */
export const hasReversedDates = ({ from, to }: Pick<Filters, "from" | "to">): boolean => to !== "" && to < from;

const pageLength = 24;

/** The input of the API's search. Of reversed dates the first counts, so that there is something to see while one corrects them. */
export function toSearchInput(filters: Filters): Omit<SearchEvents, "cursor" | "venue_id"> {
  const { city, artist, tag, from, to, price_min, price_max, currency } = filters;
  const search = filters.search.trim();
  return {
    ...(search && { search }),
    ...(city && { city }),
    ...(artist && { artist }),
    ...(tag && { tag }),
    ...(from && { start_date: from }),
    ...(to && !hasReversedDates(filters) && { end_date: to }),
    ...(price_min && { price_min: Number(price_min) }),
    ...(price_max && { price_max: Number(price_max) }),
    ...(currency && { currency }),
    sort: effectiveSort(filters),
    by_series: true,
    limit: pageLength,
  };
}

/** The filters that are set; the order and the currency are none. */
export function listActive(filters: Filters): FilterName[] {
  const names = Object.keys(parametersOf) as FilterName[];
  return names.filter((name) => parametersOf[name].some((parameter) => filters[parameter].trim() !== ""));
}

/** The same filters without one of them. */
export function dropFilter(filters: Filters, name: FilterName): Filters {
  return { ...filters, ...Object.fromEntries(parametersOf[name].map((parameter) => [parameter, ""])) };
}
