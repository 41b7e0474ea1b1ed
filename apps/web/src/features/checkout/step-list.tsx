import clsx from "clsx";
import { Check } from "lucide-react";
import { Icon } from "~/ui/icon";

export type Step = 1 | 2 | 3;

/** The three steps of a checkout, told apart by number, tick and weight. */
export function StepList({ current, isFree }: { current: Step; isFree: boolean }) {
  const names = ["Your e-mail", isFree ? "Confirm" : "Payment", "Done"];
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-2">
      {names.map((name, index) => (
        <StepName key={name} name={name} step={(index + 1) as Step} current={current} />
      ))}
    </ol>
  );
}

function StepName({ name, step, current }: { name: string; step: Step; current: Step }) {
  const isDone = step < current || current === 3;
  const isCurrent = step === current;
  return (
    <li
      aria-current={isCurrent ? "step" : undefined}
      className={clsx("flex items-center gap-2 text-14", isCurrent ? "font-semibold" : "text-soft")}
    >
      <span
        className={clsx(
          "figures grid size-6 place-items-center rounded-chip border font-semibold text-12",
          isDone || isCurrent ? "border-ink bg-ink text-paper" : "border-outline",
        )}
      >
        {isDone ? <Icon of={Check} size={14} /> : step}
      </span>
      {name}
      {isDone ? <span className="sr-only">, done</span> : null}
    </li>
  );
}
