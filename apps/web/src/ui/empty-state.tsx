import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; actions?: ReactNode; heading?: "h1" | "h2" };

/** That there is nothing yet, why, and what to do next. */
export function EmptyState({ title, children, actions, heading: Heading = "h2" }: Props) {
  return (
    <div className="flex flex-col items-start gap-4 rounded-card border border-outline border-dashed px-6 py-10 sm:px-10">
      <Heading className="display font-semibold text-28">{title}</Heading>
      {children ? <div className="max-w-[60ch] text-soft">{children}</div> : null}
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}
