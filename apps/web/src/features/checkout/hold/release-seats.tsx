"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ReleaseDialog } from "~/features/hold/release-dialog";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { showToast } from "~/ui/message/toasts";
import type { HoldWatch } from "./use-hold";

/** Gives the seats back before their time is up, after asking. */
export function ReleaseSeats({ watch: { hold, look }, disabled }: { watch: HoldWatch; disabled: boolean }) {
  const [asking, setAsking] = useState(false);
  const router = useRouter();
  const utils = trpc.useUtils();
  const released = () => {
    setAsking(false);
    void utils.hold.listOpen.invalidate();
    showToast("Your seats were given back. Nothing was charged.");
    router.replace(`/events/${hold.event_id}`);
  };
  return (
    <>
      <Button look="plain" className="self-start" disabled={disabled} onClick={() => setAsking(true)}>
        Give {hold.seats.length === 1 ? "this seat" : "these seats"} back
      </Button>
      <ReleaseDialog
        hold={hold}
        open={asking}
        onClose={() => setAsking(false)}
        onReleased={released}
        onRefused={() => void look()}
      />
    </>
  );
}
