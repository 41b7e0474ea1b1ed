"use client";

import clsx from "clsx";
import { FileDown } from "lucide-react";
import { type MouseEvent, useState } from "react";
import { saveFile } from "~/features/download/save-file";
import type { Explanation } from "~/trpc/describe-silence";
import type { FailureOverrides } from "~/trpc/failure-words";
import { buttonStyle } from "~/ui/button-style";
import { countUnits } from "~/ui/format/format-wait";
import { Icon } from "~/ui/icon";

type Props = { href: string; onFailure: (failure: Explanation | null) => void };

/** The tickets as a file. Without a script it is a plain link. */
export function SavePdf({ href, onFailure }: Props) {
  const [isSaving, setSaving] = useState(false);
  const save = async (click: MouseEvent) => {
    if (click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    if (isSaving) return;
    setSaving(true);
    onFailure(await saveFile(href, pdfWords));
    setSaving(false);
  };
  return (
    <a
      href={href}
      download
      aria-busy={isSaving}
      onClick={(click) => void save(click)}
      className={clsx(buttonStyle("quiet", "normal"), isSaving && "opacity-55")}
    >
      <Icon icon={FileDown} size={18} />
      {isSaving ? "Writing the PDF…" : "Save as PDF"}
    </a>
  );
}

const stillValid = "Your tickets are valid as they are: the codes on this page open the door, too.";

const pdfWords: FailureOverrides = {
  EXPORT_LIMIT: ({ details }) => ({
    headline: "Very many tickets are being written right now.",
    meaning: stillValid,
    action: `Try again in ${countUnits(details.retry_after, "second")}.`,
  }),
  RATE_LIMITED: { meaning: stillValid },
  SILENT: { meaning: stillValid },
  UNREACHABLE: { meaning: stillValid },
  OFFLINE: { meaning: stillValid },
};
