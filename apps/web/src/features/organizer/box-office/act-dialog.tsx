"use client";

import { type FormEvent, useState } from "react";
import { describeFailure } from "~/trpc/describe-failure";
import { newDraftId } from "~/trpc/idempotency-key";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { FailurePanel } from "~/ui/message/failure-panel";
import { findServerFaults } from "../event/find-server-faults";
import type { Act } from "./act";
import { ActFields, fieldsOf, findFaults, nothingTyped, toDetails } from "./act-fields";
import { describeAct } from "./describe-act";
import { officeWords } from "./office-words";
import type { useAct } from "./use-act";

type Props = {
  /** Null while the dialog is closed. */
  act: Act | null;
  currency: string;
  doing: ReturnType<typeof useAct>;
  onClose: () => void;
};

/** Does something after telling what that does to seats, money and people. */
export function ActDialog({ act, currency, doing, onClose }: Props) {
  const close = () => {
    onClose();
    doing.reset();
  };
  const title = act ? describeAct(act, currency).title : "";
  return (
    <Dialog open={act !== null} title={title} onClose={close} form="sheet">
      {act ? <ActForm {...{ act, currency, doing }} onKeep={close} /> : null}
    </Dialog>
  );
}

type FormProps = Omit<Props, "act" | "onClose"> & { act: Act; onKeep: () => void };

function ActForm({ act, currency, doing, onKeep }: FormProps) {
  const [draft_id] = useState(newDraftId);
  const [typed, setTyped] = useState(nothingTyped);
  const [isTried, setTried] = useState(false);
  const { points, confirm, pending, keep } = describeAct(act, currency);
  const missing = findFaults(act, typed);
  const refused = findServerFaults(doing.error);
  const keys = Object.keys(refused);
  const isShownByFields = keys.length > 0 && keys.every((key) => fieldsOf(act).includes(key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing).length > 0 || doing.isPending) return;
    doing.mutate({ act, details: toDetails(typed), draft_id });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <ul className="figures flex list-disc flex-col gap-1.5 break-words pl-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <ActFields {...{ act, typed }} faults={{ ...refused, ...(isTried ? missing : {}) }} onType={setTyped} />
      {doing.isError && !isShownByFields ? <FailurePanel {...describeFailure(doing.error, officeWords)} /> : null}
      <ConfirmButtons keep={keep} onKeep={onKeep} pending={doing.isPending} pendingLabel={pending}>
        {confirm}
      </ConfirmButtons>
    </form>
  );
}
