import type { SearchEvents } from "@evently/core/event";

const sorts = ["date", "price", "relevance"] as const;
export type Sort = (typeof sorts)[number];

/** What is being looked for. Every field is a parameter of the page's address; "" means that it does not matter. */
export type Filters = { search: string; city: string; from: string; to: string; sort: Sort | "" };
export type FilterName = "search" | "city" | "dates";

export const noFilters: Filters = { search: "", city: "", from: "", to: "", sort: "" };

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** Reads an address. Whatever makes no sense in it is left out, so a mangled link still shows a list. */
export function readFilters(parameters: URLSearchParams): Filters {
  const date = (name: string) => {
    const value = parameters.get(name) ?? "";
    return isDate(value) ? value : "";
  };
  return {
    search: (parameters.get("search") ?? "").slice(0, 200),
    city: (parameters.get("city") ?? "").slice(0, 80),
    from: date("from"),
    to: date("to"),
    sort: sorts.find((sort) => sort === parameters.get("sort")) ?? "",
  };
}

/** The address of a list: "/" or "/?city=Vail&from=2027-01-14". */
export function writeFilters(filters: Filters): string {
  const set = Object.entries(filters).filter(([, value]) => value !== "");
  const query = new URLSearchParams(set).toString();
  return query === "" ? "/" : `/?${query}`;
}

/** The order of the list: as asked, else the best match for a search and the soonest otherwise. */
export function effectiveSort({ sort, search }: Filters): Sort {
  if (sort === "relevance" && search.trim() === "") return "date";
  return sort === "" ? (search.trim() === "" ? "date" : "relevance") : sort;
}

const pageLength = 24;

/** The API's question for these filters. */
export function toSearchInput(filters: Filters, limit = pageLength): Omit<SearchEvents, "cursor" | "venue_id"> {
  const { city, from, to } = filters;
  const search = filters.search.trim();
  return {
    ...(search && { search }),
    ...(city && { city }),
    ...(from && { start_date: from }),
    ...(to && { end_date: to }),
    sort: effectiveSort(filters),
    limit,
  };
}

/** Which filters narrow the list now; the order of the list is none. */
export function listActive(filters: Filters): FilterName[] {
  const active: FilterName[] = [];
  if (filters.search.trim() !== "") active.push("search");
  if (filters.city !== "") active.push("city");
  if (filters.from !== "" || filters.to !== "") active.push("dates");
  return active;
}

/** The same filters without one of them. */
export function dropFilter(filters: Filters, name: FilterName): Filters {
  if (name === "dates") return { ...filters, from: "", to: "" };
  return { ...filters, [name]: "" };
}
