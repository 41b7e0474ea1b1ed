"use client";

import { useEffect } from "react";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { countUnits } from "~/ui/format/format-wait";
import { FailurePanel } from "~/ui/message/failure-panel";
import { FoundList } from "./found-list";
import { goHome, type SignedIn } from "./signed-in";
import { useAdopt } from "./use-adopt";

/** Bookings that were made with the address, or in this browser, before there was an account: yours? */
export function FoundBookings({ user, found, next }: SignedIn & { next: string | null }) {
  const leave = () => goHome(user, next);
  const adopt = useAdopt({ user_id: user.user_id, found, onSuccess: leave });
  useEffect(() => {
    if (found.length === 0) return goHome(user, next);
    // The button that had the focus is gone.
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [found, user, next]);
  if (found.length === 0) return <p role="status">You are signed in.</p>;
  const isOne = found.length === 1;
  return (
    <div className="flex max-w-[36rem] flex-col items-start gap-5">
      <p role="status" className="text-18">
        You are signed in as <bdi className="whole font-semibold">{user.email}</bdi>. We found{" "}
        <span>{countUnits(found.length, "booking")}</span> made with your address or in this browser, but without this
        account. <strong>{isOne ? "Is it yours?" : "Are they yours?"}</strong>
      </p>
      <FoundList booking_ids={found} />
      <p className="text-14 text-soft">Links that were sent before stop working. The new ones are on your tickets.</p>
      {adopt.isError ? <FailurePanel {...describeFailure(adopt.error)} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          size="large"
          pending={adopt.isPending || adopt.isSuccess}
          pendingLabel="Moving…"
          onClick={() => adopt.mutate()}
        >
          Yes, move {isOne ? "it" : "them"} to my account
        </Button>
        <Button size="large" onClick={leave}>
          No, not mine
        </Button>
      </div>
    </div>
  );
}
