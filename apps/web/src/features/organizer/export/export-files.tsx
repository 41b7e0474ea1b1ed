"use client";

import type { EventId } from "@evently/core/ids";
import { useState } from "react";
import { FileLink } from "~/features/download/file-link";
import type { Explanation } from "~/trpc/describe-silence";
import { FailurePanel } from "~/ui/message/failure-panel";
import { organizerWords } from "../organizer-words";

const files = [
  ["bookings", "Bookings"],
  ["seats", "Seats"],
  ["buyers", "Buyers"],
] as const;

/** What an organizer takes away of an event as CSV: plain links. */
export function ExportFiles({ event_id }: { event_id: EventId }) {
  const [failure, setFailure] = useState<Explanation | null>(null);
  return (
    <section aria-labelledby="export-heading" className="flex flex-col gap-3">
      <h2 id="export-heading" className="font-semibold text-16">
        Export as CSV
      </h2>
      <div className="flex flex-wrap gap-3">
        {files.map(([file, name]) => {
          const href = `/api/events/${event_id}/export/${file}.csv`;
          return (
            <FileLink key={file} href={href} overrides={organizerWords} onFailure={setFailure}>
              {name}
              <span className="sr-only"> as CSV</span>
            </FileLink>
          );
        })}
      </div>
      {failure ? <FailurePanel {...failure} /> : null}
    </section>
  );
}
