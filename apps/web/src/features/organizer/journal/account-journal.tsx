"use client";

import type { UserId } from "@evently/core/ids";
import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { FormSkeleton } from "../form/form-skeleton";
import { QueryResult } from "../live/query-result";
import { perPage } from "./event-journal";
import { Journal } from "./journal";
import { noCurrency } from "./venue-journal";

/** What the operator did to an account, newest first. */
export function AccountJournal({ user_id }: { user_id: UserId }) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...pageQuery(["user", "journal"], { user_id, limit: perPage }, (page) => client.user.journal.query(page)),
    staleTime: 0,
  });
  return (
    <QueryResult query={query} subject="the journal" skeleton={<FormSkeleton subject="the journal" />}>
      {({ pages }) => (
        <Journal
          query={query}
          entries={pages.flatMap(({ items }) => items)}
          nothing="Nothing has been done to this account by the operator of this site."
          timezone="Etc/UTC"
          currency={noCurrency}
        />
      )}
    </QueryResult>
  );
}
