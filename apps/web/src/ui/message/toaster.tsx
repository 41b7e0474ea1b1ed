"use client";

import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Icon } from "../icon";
import { hideToast, type Toast, toasts } from "./toasts";

const none: readonly Toast[] = [];

export function Toaster() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.read, () => none);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex flex-col items-center gap-2 print:hidden"
    >
      {shown.map(({ id, text }) => (
        <div
          key={id}
          className="pointer-events-auto flex max-w-full items-center gap-2 rounded-control border border-transparent bg-ink py-2 pr-2 pl-4 text-14 text-paper shadow-floating"
        >
          <span className="min-w-0">{text}</span>
          <button
            type="button"
            onClick={() => hideToast(id)}
            className="grid size-8 shrink-0 place-items-center rounded-control"
          >
            <Icon icon={X} size={16} />
            <span className="sr-only">Dismiss</span>
          </button>
        </div>
      ))}
    </div>
  );
}
