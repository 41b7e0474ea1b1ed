"use client";

import type { FoundBooking } from "@evently/core/booking";
import type { UserId } from "@evently/core/ids";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { FoundItem } from "./found-list";
import { useAdopt } from "./use-adopt";

type Props = { user_id: UserId; items: readonly FoundBooking[] };

/** Bookings that may be the account's, for whoever said nothing when they signed in, or bought as a guest since. */
export function FoundLater({ user_id, items }: Props) {
  const found = items.map(({ booking_id }) => booking_id);
  const adopt = useAdopt({ user_id, found, onSuccess: () => window.location.reload() });
  const them = items.length === 1 ? "it" : "them";
  return (
    <section aria-labelledby="found" className="flex max-w-[36rem] flex-col items-start gap-4">
      <h2 id="found" className="display font-semibold text-28">
        More of yours?
      </h2>
      <p>Made with your address or in this browser, but without this account.</p>
      <ul className="w-full divide-y divide-line border-line border-y">
        {items.map((item) => (
          <li key={item.booking_id} className="py-3">
            <FoundItem {...item} />
          </li>
        ))}
      </ul>
      <p className="text-14 text-soft">Links that were sent before stop working. The new ones are on your tickets.</p>
      {adopt.isError ? <FailurePanel {...describeFailure(adopt.error)} /> : null}
      <Button pending={adopt.isPending || adopt.isSuccess} pendingLabel="Moving…" onClick={() => adopt.mutate()}>
        Yes, move {them} to my account
      </Button>
    </section>
  );
}
