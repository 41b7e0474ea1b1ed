"use client";

import { formatMoney } from "@evently/core/format/format-money";
import type { HoldingView } from "@evently/core/hold";
import { Landmark } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { FailurePanel } from "~/ui/message/failure-panel";

type Props = { hold: HoldingView; purpose: string };

/** The page of the bank as the built-in test gateway plays it; afterwards the checkout pays, or says why not. */
export function Challenge({ hold, purpose }: Props) {
  return (
    <section
      aria-labelledby="question"
      className="mx-auto flex w-full max-w-[32rem] flex-col gap-5 rounded-card border border-outline bg-card p-6 sm:p-8"
    >
      <p className="flex items-center gap-2 font-medium text-14 text-soft">
        <Icon icon={Landmark} size={18} />
        Your bank (a test)
      </p>
      <h1 id="question" className="display font-semibold text-28 sm:text-36">
        Do you approve this payment?
      </h1>
      <dl className="flex flex-col gap-3 border-line border-y py-4">
        <Detail name="Amount">
          <span className="figures display font-semibold text-28">{formatMoney(hold.total, hold.currency)}</span>
        </Detail>
        <Detail name="To">Evently</Detail>
        <Detail name="For">{purpose}</Detail>
      </dl>
      <Decision holding_id={hold.holding_id} />
      <p className="text-14 text-soft">
        Your seats stay held while you decide. If you refuse, nothing is charged and you can use another card.
      </p>
    </section>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className="shrink-0 text-soft">{name}</dt>
      <dd className="ml-auto text-right">{children}</dd>
    </div>
  );
}

function Decision({ holding_id }: Pick<HoldingView, "holding_id">) {
  const router = useRouter();
  const [isLeaving, setLeaving] = useState(false);
  const answer = trpc.challenge.answer.useMutation({
    onSuccess: () => {
      setLeaving(true);
      router.replace(`/checkout/${holding_id}`);
    },
  });
  const isBusy = answer.isPending || isLeaving;
  const isSending = (approve: boolean) => isBusy && answer.variables?.approve === approve;
  const send = (approve: boolean) => {
    if (!isBusy) answer.mutate({ holding_id, approve });
  };
  return (
    <>
      {answer.isError ? <FailurePanel {...describeFailure(answer.error)} /> : null}
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button
          variant="primary"
          size="large"
          pending={isSending(true)}
          pendingLabel="Approving…"
          onClick={() => send(true)}
        >
          Approve
        </Button>
        <Button size="large" pending={isSending(false)} pendingLabel="Refusing…" onClick={() => send(false)}>
          Refuse
        </Button>
      </div>
    </>
  );
}
