"use client";

import clsx from "clsx";
import Link, { useLinkStatus } from "next/link";
import { type ReactNode, useState } from "react";

type Props = { event_id: string; className: string; children: ReactNode };

/** A link to an event that fills its card. Its page is fetched once a pointer or the focus shows interest, not for every row. */
export function EventLink({ event_id, className, children }: Props) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <Link
      href={`/events/${event_id}`}
      prefetch={wanted ? null : false}
      onPointerEnter={want}
      onFocus={want}
      className={clsx("before:absolute before:inset-0 group-hover:underline", className)}
    >
      {children}
      <Opening />
    </Link>
  );
}

/** A line along the card's edge while its page is being opened. */
function Opening() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-1 animate-pulse rounded-chip bg-current" />
  ) : null;
}
