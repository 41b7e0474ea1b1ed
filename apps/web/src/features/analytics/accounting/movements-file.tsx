"use client";

import type { EventId } from "@evently/core/ids";
import { useState } from "react";
import { FileLink } from "~/features/download/file-link";
import { organizerWords } from "~/features/organizer/organizer-words";
import type { Explanation } from "~/trpc/describe-silence";
import { FailurePanel } from "~/ui/message/failure-panel";

/** Every movement as a file, for whoever keeps the books. */
export function MovementsFile({ event_id }: { event_id: EventId }) {
  const [failure, setFailure] = useState<Explanation | null>(null);
  return (
    <section aria-labelledby="file-heading" className="flex flex-col items-start gap-3">
      <h2 id="file-heading" className="display font-semibold text-22">
        Line by line
      </h2>
      <p className="max-w-[65ch] text-soft">
        A line for each sale, refund, fee and dispute, with its booking and its payment. It has no names of buyers. Its
        amounts add up to the net.
      </p>
      <FileLink
        href={`/api/events/${event_id}/export/accounting.csv`}
        overrides={organizerWords}
        onFailure={setFailure}
      >
        Accounting as CSV
      </FileLink>
      {failure ? <FailurePanel {...failure} /> : null}
    </section>
  );
}
