"use client";

import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Explanation } from "~/trpc/describe-silence";
import type { FailureOverrides } from "~/trpc/failure-words";
import { buttonStyle } from "~/ui/button-style";
import { Icon } from "~/ui/icon";
import { findDownloadFailure } from "./find-download-failure";

type Props = {
  href: string;
  onFailure: (failure: Explanation | null) => void;
  /** Where the page says more of a failure than is said everywhere. */
  overrides?: FailureOverrides;
  children: ReactNode;
};

/** A plain link to a file, which says what is wrong before that would be saved as the file. */
export function FileLink({ href, onFailure, overrides, children }: Props) {
  const [isAsking, setAsking] = useState(false);
  const download = async (link: HTMLAnchorElement) => {
    setAsking(true);
    const failure = await findDownloadFailure(href, overrides);
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
      {children}
    </a>
  );
}
