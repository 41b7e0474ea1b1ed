"use client";

import type { EventId } from "@evently/core/ids";
import { useInfiniteQuery } from "@tanstack/react-query";
import { organizerWords } from "~/features/organizer/organizer-words";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { pageQuery } from "~/trpc/page-query";
import { FailurePanel } from "~/ui/message/failure-panel";
import { TryAgain } from "~/ui/try-again";
import { FormSkeleton } from "../form/form-skeleton";
import { Journal, nothingYet } from "./journal";

/** Entries that are loaded at a time. */
export const perPage = 50;

/** Who did what with an event, newest first. */
export function EventJournal({ event_id }: { event_id: EventId }) {
  const { client } = trpc.useUtils();
  const journal = useInfiniteQuery(
    pageQuery(["event", "journal"], { event_id, limit: perPage }, (page) => client.event.journal.query(page)),
  );
  const event = trpc.event.get.useQuery({ event_id });
  if (journal.isPending || event.isPending) return <FormSkeleton subject="the journal" />;
  if (journal.isError || event.isError)
    return (
      <FailurePanel {...describeFailure(journal.error ?? event.error, organizerWords)}>
        <TryAgain query={journal.isError ? journal : event} />
      </FailurePanel>
    );
  const entries = journal.data.pages.flatMap(({ items }) => items);
  const { timezone, currency } = event.data;
  return <Journal query={journal} nothing={nothingYet("event")} {...{ entries, timezone, currency }} />;
}
