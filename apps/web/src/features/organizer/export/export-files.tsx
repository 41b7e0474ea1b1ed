"use client";

import type { EventId } from "@evently/core/ids";
import { Download } from "lucide-react";
import { useState } from "react";
import type { Explanation } from "~/trpc/describe-silence";
import { buttonStyle } from "~/ui/button-style";
import { Icon } from "~/ui/icon";
import { FailurePanel } from "~/ui/message/failure-panel";
import { findDownloadFailure } from "./find-download-failure";

const files = [
  ["bookings", "Bookings"],
  ["seats", "Seats"],
  ["buyers", "Buyers"],
] as const;

/** What an organizer takes away of an event as CSV: plain links, which say what is wrong before they would save it as a file. */
export function ExportFiles({ event_id }: { event_id: EventId }) {
  const [failure, setFailure] = useState<Explanation | null>(null);
  return (
    <section aria-labelledby="export-heading" className="flex flex-col gap-3">
      <h2 id="export-heading" className="font-semibold text-16">
        Export as CSV
      </h2>
      <div className="flex flex-wrap gap-3">
        {files.map(([file, name]) => (
          <FileLink key={file} href={`/api/events/${event_id}/export/${file}.csv`} name={name} onFailure={setFailure} />
        ))}
      </div>
      {failure ? <FailurePanel {...failure} /> : null}
    </section>
  );
}

type LinkProps = { href: string; name: string; onFailure: (failure: Explanation | null) => void };

function FileLink({ href, name, onFailure }: LinkProps) {
  const [isAsking, setAsking] = useState(false);
  const download = async (link: HTMLAnchorElement) => {
    setAsking(true);
    const failure = await findDownloadFailure(href);
    setAsking(false);
    onFailure(failure);
    if (failure) return;
    link.dataset.checked = "true";
    link.click();
  };
  return (
    <a
      href={href}
      download
      aria-busy={isAsking}
      onClick={(click) => {
        const link = click.currentTarget;
        const isChecked = link.dataset.checked === "true";
        delete link.dataset.checked;
        if (isChecked || click.metaKey || click.ctrlKey || click.shiftKey) return;
        click.preventDefault();
        if (!isAsking) void download(link);
      }}
      className={buttonStyle("quiet", "small")}
    >
      <Icon icon={Download} size={18} />
      {name}
      <span className="sr-only"> as CSV</span>
    </a>
  );
}
