import { readFilters, writeFilters } from "~/features/browse/filters/filters";

type PublicPage = {
  route: string;
  path: RegExp;
  /** The address with nothing in it but the parameters that the page knows. */
  toKnown(pathname: string, parameters: URLSearchParams): string;
};

/** The pages that everyone sees alike, and the only ones that are ever kept. */
export const publicPages: readonly PublicPage[] = [
  { route: "/", path: /^\/$/, toKnown: (_, parameters) => writeFilters(readFilters(parameters)) },
  { route: "/events/[event_id]", path: /^\/events\/event-\d{1,12}$/, toKnown: (pathname) => pathname },
  {
    route: "/events/[event_id]/opengraph-image",
    path: /^\/events\/event-\d{1,12}\/opengraph-image$/,
    toKnown: (pathname) => pathname,
  },
];

/** What a public page is asked for as, whatever else stands in the address; null for every other page. */
export function findPublicPage({ pathname, searchParams }: URL): string | null {
  const page = publicPages.find(({ path }) => path.test(pathname));
  return page ? page.toKnown(pathname, searchParams) : null;
}
