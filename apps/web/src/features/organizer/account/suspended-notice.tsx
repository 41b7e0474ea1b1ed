"use client";

import { formatDay } from "@evently/core/format/format-time";
import type { Suspension } from "@evently/core/user";
import { Ban } from "lucide-react";
import Link from "next/link";
import { useDateStyle } from "~/ui/format/use-date-style";
import { Icon } from "~/ui/icon";

/** Why nothing on an organizer's pages can be changed. */
export function SuspendedNotice({ at, reason }: Suspension) {
  const style = useDateStyle();
  return (
    <div className="mx-auto w-full max-w-[76rem] px-4 pt-6 sm:px-6">
      <section
        aria-label="Suspended account"
        className="flex items-start gap-3 rounded-card bg-curtain-wash p-4 text-on-curtain-wash"
      >
        <Icon icon={Ban} size={22} className="mt-0.5 shrink-0" />
        <div className="flex min-w-0 flex-col gap-1">
          <p className="font-semibold">Your account is suspended</p>
          <p className="max-w-[65ch]">
            Since <time dateTime={at}>{formatDay(at, "UTC", style)}</time> nothing can be changed here, nor read who
            booked, and your events are off sale and in no list. Bookings and tickets stay valid, and their buyers can
            cancel them. Ask whoever runs this site.
          </p>
          <p>
            <Link href="/organizer/journal" className="underline underline-offset-4">
              Journal of your account
            </Link>
          </p>
          {reason ? (
            <p className="max-w-[65ch]">
              The reason given: <q>{reason}</q>
            </p>
          ) : null}
        </div>
      </section>
    </div>
  );
}
