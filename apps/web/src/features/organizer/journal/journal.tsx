import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { ShowMore } from "~/ui/show-more";
import { FormSkeleton } from "../form/form-skeleton";
import { QueryResult } from "../live/query-result";
import { JournalLine } from "./journal-line";

type Line = ComponentProps<typeof JournalLine>;
type Props = {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Line["entry"][] }>>;
  /** What is said where there is no entry. */
  nothing: string;
} & Omit<Line, "entry">;

/** Entries that are loaded at a time. */
export const perPage = 50;

/** ISO 4217's code where no currency is involved: a venue and an account have no prices. */
export const noCurrency = "XXX";

export const nothingYet = (subject: "event" | "venue"): string =>
  `Nothing has been written down yet: the journal began after this ${subject} was made.`;

export const journalSkeleton = { subject: "the journal", skeleton: <FormSkeleton subject="the journal" /> };

/** Entries, newest first, and a button for older ones. */
export function Journal({ query, nothing, ...context }: Props) {
  return (
    <QueryResult query={query} {...journalSkeleton}>
      {({ pages }) => {
        const entries = pages.flatMap(({ items }) => items);
        return (
          <div className="flex max-w-[50rem] flex-col gap-6">
            {entries.length === 0 ? <p>{nothing}</p> : null}
            <ol className="flex flex-col divide-y divide-line border-line border-t">
              {entries.map((entry) => (
                <li key={`${entry.at} ${entry.request_id}`} className="py-4">
                  <JournalLine entry={entry} {...context} />
                </li>
              ))}
            </ol>
            <ShowMore query={query} items="entries" />
          </div>
        );
      }}
    </QueryResult>
  );
}
