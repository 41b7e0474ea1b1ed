"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** On an organizer's first page, as long as only this browser opens the account. */
export function UnverifiedNotice() {
  if (usePathname() !== "/organizer") return null;
  return (
    <div className="mx-auto w-full max-w-[76rem] px-4 pt-6 sm:px-6">
      <p className="rounded-card bg-spot-wash p-4 text-on-spot-wash">
        Only this browser opens your account so far.{" "}
        <Link href="/account" className="underline underline-offset-4">
          Confirm your address
        </Link>
        , so that you can come back by a mail.
      </p>
    </div>
  );
}
