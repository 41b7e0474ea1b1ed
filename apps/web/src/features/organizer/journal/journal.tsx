import type { ComponentProps } from "react";
import { ShowMore } from "~/ui/show-more";
import { JournalLine } from "./journal-line";

type Line = ComponentProps<typeof JournalLine>;
type Props = {
  query: ComponentProps<typeof ShowMore>["query"];
  entries: readonly Line["entry"][];
  /** What is said where there is no entry. */
  nothing: string;
} & Omit<Line, "entry">;

export const nothingYet = (subject: "event" | "venue"): string =>
  `Nothing has been written down yet: the journal began after this ${subject} was made.`;

/** Entries, newest first, and a button for older ones. */
export function Journal({ query, entries, nothing, ...context }: Props) {
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
}
