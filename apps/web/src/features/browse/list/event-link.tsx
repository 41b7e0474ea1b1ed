"use client";

import clsx from "clsx";
import Link, { useLinkStatus } from "next/link";
import { type ReactNode, useState } from "react";

type Props = { event_id: string; className: string; children: ReactNode };

/** A link to an event that covers its card. The page is prefetched on hover or focus, not for every row. */
export function EventLink({ event_id, className, children }: Props) {
  const [isHovered, setHovered] = useState(false);
  const prefetch = () => setHovered(true);
  return (
    <Link
      href={`/events/${event_id}`}
      prefetch={isHovered ? null : false}
      onPointerEnter={prefetch}
      onFocus={prefetch}
      className={clsx("before:absolute before:inset-0 group-hover:underline", className)}
    >
      {children}
      <Loading />
    </Link>
  );
}

/** A line along the card's edge while its page loads. */
function Loading() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-1 animate-pulse rounded-chip bg-current" />
  ) : null;
}
