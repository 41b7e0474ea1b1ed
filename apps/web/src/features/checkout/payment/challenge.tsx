"use client";

import type { HoldingView } from "@evently/core/hold";
import { Landmark } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { describeProblem } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { formatMoney } from "~/ui/format/format-money";
import { Icon } from "~/ui/icon";
import { ProblemPanel } from "~/ui/message/failure-panel";

type Props = { hold: HoldingView; purpose: string };

/** The bank's question to its customer, as the built-in test gateway asks it; then back to the checkout, which pays or says why not. */
export function Challenge({ hold, purpose }: Props) {
  const router = useRouter();
  const [isLeaving, setLeaving] = useState(false);
  const { holding_id } = hold;
  const answer = trpc.challenge.answer.useMutation({
    onSuccess: () => {
      setLeaving(true);
      router.replace(`/checkout/${holding_id}`);
    },
  });
  const isSending = (approve: boolean) => (answer.isPending || isLeaving) && answer.variables?.approve === approve;
  const say = (approve: boolean) => {
    if (!answer.isPending && !isLeaving) answer.mutate({ holding_id, approve });
  };
  return (
    <section
      aria-labelledby="question"
      className="mx-auto flex w-full max-w-[32rem] flex-col gap-5 rounded-card border border-outline bg-card p-6 sm:p-8"
    >
      <p className="flex items-center gap-2 font-medium text-14 text-soft">
        <Icon of={Landmark} size={18} />
        The bank of the test payment
      </p>
      <h1 id="question" className="display font-semibold text-28 sm:text-36">
        Do you approve this payment?
      </h1>
      <dl className="flex flex-col gap-3 border-line border-y py-4">
        <div className="flex items-baseline justify-between gap-4">
          <dt className="text-soft">Amount</dt>
          <dd className="figures display font-semibold text-28">{formatMoney(hold.total, hold.currency)}</dd>
        </div>
        <div className="flex items-baseline justify-between gap-4">
          <dt className="text-soft">To</dt>
          <dd>Evently</dd>
        </div>
        <div className="flex items-baseline justify-between gap-4">
          <dt className="shrink-0 text-soft">For</dt>
          <dd className="text-right">{purpose}</dd>
        </div>
      </dl>
      {answer.isError ? <ProblemPanel {...describeProblem(answer.error)} /> : null}
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button
          look="primary"
          size="large"
          pending={isSending(true)}
          pendingLabel="Approving …"
          onClick={() => say(true)}
        >
          Approve
        </Button>
        <Button size="large" pending={isSending(false)} pendingLabel="Refusing …" onClick={() => say(false)}>
          Refuse
        </Button>
      </div>
      <p className="text-14 text-soft">
        Your seats stay held while you decide. Refusing charges nothing and keeps them held for another card.
      </p>
    </section>
  );
}
