"use client";

import clsx from "clsx";
import { Table } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon } from "~/ui/icon";

type Props = {
  title: string;
  lead?: string;
  actions?: ReactNode;
  /** Renders the table behind the chart, only while it is open. */
  table?: () => ReactNode;
  className?: string;
  children: ReactNode;
};

/** A chart and, folded, the same figures as a table. */
export function Panel({ title, lead, actions, table, className, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={clsx("flex min-w-0 flex-col gap-5 rounded-card border border-line bg-card p-4 sm:p-6", className)}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 id={id} className="display font-semibold text-22">
            {title}
          </h2>
          {lead ? <p className="max-w-[60ch] text-14 text-soft">{lead}</p> : null}
        </div>
        {actions}
      </div>
      {children}
      {table ? <FoldedTable title={title} table={table} /> : null}
    </section>
  );
}

function FoldedTable({ title, table }: { title: string; table: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  // It may have been opened before hydration.
  useEffect(() => setOpen(details.current?.open ?? false), []);
  return (
    <details ref={details} className="mt-auto" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-9 items-center gap-2 rounded-control font-medium text-14 text-soft underline decoration-line underline-offset-4 hover:text-ink">
        <Icon icon={Table} size={16} />
        Show as table<span className="sr-only">: {title}</span>
      </summary>
      <div className="flex flex-col gap-3 pt-3">{isOpen ? table() : null}</div>
    </details>
  );
}
