import { isSecretPath } from "~/features/search-engines/private-paths";

const site = "http://site";

/** A path of this site, where somebody goes on who has signed in; null for anything else, which may come from anybody's link. */
export function readNext(text: string | readonly string[] | null | undefined): string | null {
  if (typeof text !== "string" || !text.startsWith("/")) return null;
  const { origin, pathname, search } = URL.canParse(text, site) ? new URL(text, site) : new URL("about:blank");
  return origin === site && !isSecretPath(pathname) ? pathname + search : null;
}
