"use client";

import type { HoldingView } from "@evently/core/hold";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { describeProblem } from "~/trpc/describe-problem";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { ProblemPanel } from "~/ui/problem-panel";
import { showToast } from "~/ui/toasts";
import type { HoldWatch } from "./use-hold";

/** Gives the seats back before their time is up, after asking. */
export function ReleaseSeats({ watch: { hold, look }, disabled }: { watch: HoldWatch; disabled: boolean }) {
  const [asking, setAsking] = useState(false);
  const router = useRouter();
  const utils = trpc.useUtils();
  const release = trpc.hold.release.useMutation({
    onSuccess: () => {
      setAsking(false);
      void utils.hold.listOpen.invalidate();
      showToast("Your seats were given back. Nothing was charged.");
      router.replace(`/events/${hold.event_id}`);
    },
    onError: () => void look(),
  });
  const { them, title } = wordsFor(hold);
  return (
    <>
      <Button look="plain" className="self-start" disabled={disabled} onClick={() => setAsking(true)}>
        Give {them} back
      </Button>
      <Dialog open={asking} title={title} onClose={() => setAsking(false)}>
        <p>They go back on sale at once, and anyone may take them. Nothing was charged.</p>
        {release.isError ? <ProblemPanel {...describeProblem(release.error)} /> : null}
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={() => setAsking(false)}>Keep {them}</Button>
          <Button
            look="primary"
            pending={release.isPending}
            pendingLabel="Giving back …"
            onClick={() => release.mutate({ holding_id: hold.holding_id })}
          >
            Give back
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function wordsFor({ seats }: HoldingView): { them: string; title: string } {
  return seats.length === 1
    ? { them: "this seat", title: "Give this seat back?" }
    : { them: "these seats", title: `Give these ${seats.length} seats back?` };
}
