"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "./icon";

type Props = {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** `sheet` rises from the bottom edge on a phone; `screen` fills it, and is light in both themes. */
  form?: "center" | "sheet" | "screen";
};

const forms = {
  screen: "on-paper m-0 h-dvh w-screen max-w-none max-h-none",
  center: "m-auto max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] rounded-card",
  sheet:
    "mx-auto max-h-[calc(100dvh-2rem)] mt-auto mb-0 w-full max-w-[40rem] rounded-t-card sm:m-auto sm:w-[min(32rem,calc(100vw-2rem))] sm:rounded-card",
} as const;

/** A modal on the native `<dialog>`, which handles focus, Escape and the inert page behind it. */
export function Dialog({ open, title, onClose, children, form = "center" }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop is a second way; Escape and the button close it too.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
      className={`${forms[form]} border border-transparent bg-card p-0 text-ink shadow-floating backdrop:bg-scrim`}
    >
      <div className={`flex flex-col gap-4 p-6 ${form === "screen" ? "min-h-full" : ""}`}>
        <div className="flex items-start gap-4">
          <h2 id={titleId} className="display grow font-semibold text-22">
            {title}
          </h2>
          <button
            type="button"
            onClick={onClose}
            className="-m-2 grid size-10 shrink-0 place-items-center rounded-control hover:bg-sunken"
          >
            <Icon icon={X} />
            <span className="sr-only">Close</span>
          </button>
        </div>
        {open ? children : null}
      </div>
    </dialog>
  );
}
