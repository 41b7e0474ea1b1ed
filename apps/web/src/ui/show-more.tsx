import { Button } from "./button";

type Props = {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
  /** The plural of what is listed. */
  items: string;
};

/** Loads the next page of a list; nothing at its end. */
export function ShowMore({ query, items }: Props) {
  if (!query.hasNextPage) return null;
  return (
    <div className="flex flex-col items-center gap-3 pt-8">
      <Button
        size="large"
        pending={query.isFetchingNextPage}
        pendingLabel="Loading…"
        onClick={() => void query.fetchNextPage()}
      >
        Show more
      </Button>
      {query.isFetchNextPageError ? (
        <p role="alert" className="text-14 text-soft">
          We could not load more {items}. Press again to retry.
        </p>
      ) : null}
    </div>
  );
}
