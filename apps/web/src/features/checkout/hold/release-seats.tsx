"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ReleaseDialog } from "~/features/hold/release-dialog";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { showToast } from "~/ui/message/toasts";
import type { LiveHold } from "./use-hold";

/** Releases the seats before their time is up, after a confirmation. */
export function ReleaseSeats({ live: { hold, refetch }, disabled }: { live: LiveHold; disabled: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const router = useRouter();
  const utils = trpc.useUtils();
  const onReleased = () => {
    setAsking(false);
    void utils.hold.listOpen.invalidate();
    showToast("Your seats were released. Nothing was charged.");
    router.replace(`/events/${hold.event_id}`);
  };
  return (
    <>
      <Button variant="plain" className="self-start" disabled={disabled} onClick={() => setAsking(true)}>
        Release {hold.seats.length === 1 ? "this seat" : "these seats"}
      </Button>
      <ReleaseDialog
        hold={hold}
        open={isAsking}
        onClose={() => setAsking(false)}
        onReleased={onReleased}
        onRefused={() => void refetch()}
      />
    </>
  );
}
