"use client";

import type { UserId } from "@evently/core/ids";
import { useState } from "react";
import { FileLink } from "~/features/download/file-link";
import type { Explanation } from "~/trpc/describe-silence";
import { FailurePanel } from "~/ui/message/failure-panel";
import { DeleteAccount } from "./delete-account";

/** What is stored of somebody, to take away and to delete. */
export function YourData({ user_id, isGuest }: { user_id: UserId; isGuest: boolean }) {
  const [failure, setFailure] = useState<Explanation | null>(null);
  return (
    <section aria-labelledby="your-data" className="flex flex-col items-start gap-4">
      <h2 id="your-data" className="display w-full border-ink border-b pb-2 font-semibold text-28">
        Your data
      </h2>
      <p className="max-w-[60ch]">
        {isGuest
          ? "What is kept of what you did in this browser without an account: "
          : "What is kept of you: the account, where you are signed in, organizations and invitations, "}
        bookings, payments, mails, and holds of events that are on sale, as one JSON file.
      </p>
      <FileLink href={`/api/user/${user_id}/export`} onFailure={setFailure}>
        Download your data
      </FileLink>
      {failure ? <FailurePanel {...failure} /> : null}
      <DeleteAccount user_id={user_id} isGuest={isGuest} />
    </section>
  );
}
