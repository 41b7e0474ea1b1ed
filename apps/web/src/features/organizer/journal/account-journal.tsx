"use client";

import type { UserId } from "@evently/core/ids";
import { useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "~/trpc/client";
import { pageQuery } from "~/trpc/page-query";
import { Journal, noCurrency, perPage } from "./journal";

const nothing = "Nothing has been done to this account by the operator of this site.";

/** What the operator did to an account, newest first. */
export function AccountJournal({ user_id }: { user_id: UserId }) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    ...pageQuery(["user", "journal"], { user_id, limit: perPage }, (page) => client.user.journal.query(page)),
    staleTime: 0,
  });
  return <Journal query={query} nothing={nothing} timezone="Etc/UTC" currency={noCurrency} />;
}
