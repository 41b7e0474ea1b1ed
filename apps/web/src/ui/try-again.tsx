import { Button } from "./button";

type Props = { query: { isFetching: boolean; refetch: () => Promise<unknown> } };

/** Refetches a failed query. */
export function TryAgain({ query }: Props) {
  return (
    <Button variant="primary" pending={query.isFetching} pendingLabel="Trying…" onClick={() => void query.refetch()}>
      Try again
    </Button>
  );
}
