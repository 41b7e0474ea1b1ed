import { offlinePath } from "./kept-address";

/** What of a cache this needs. */
type KeptPages = Pick<Cache, "match" | "delete">;

type Visit = {
  /** The ticket's page, without what else may stand in its address. */
  path: string;
  /** Asks for the page as it is now. */
  load: () => Promise<Response>;
  pages: KeptPages;
  /** Resolves once the network has had its time: in a full foyer it may be silent for minutes. */
  timeout: () => Promise<void>;
  /** What goes on after the answer. */
  afterwards: (work: Promise<unknown>) => void;
};

/**
 * The page of the network where it comes in time; else the one that is kept, if there is one. A page that is not found any more, because it
 * is somebody else's now or nobody is signed in, takes what is kept with it.
 */
export async function answerVisit({ path, load, pages, timeout, afterwards }: Visit): Promise<Response> {
  const key = offlinePath(path);
  // What can't be read is not kept.
  const kept = await pages.match(key).catch(() => undefined);
  if (!kept) return load();
  const loading = load().then(async (response) => {
    if (isGone(response)) await pages.delete(key).catch(() => undefined);
    return response;
  });
  afterwards(loading.catch(() => undefined));
  const response = await Promise.race([loading.catch(() => null), timeout().then(() => null)]);
  return response === null || isBusy(response) ? kept : response;
}

const isGone = ({ status }: Response): boolean => status === 401 || status === 404 || status === 410;

const isBusy = ({ status }: Response): boolean => status === 429 || status >= 500;
