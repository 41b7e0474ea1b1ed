import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"select">, "className"> & { isChosen: boolean };

/** A native select that looks like the chips beside it. */
export function ChoiceSelect({ isChosen, ...props }: Props) {
  return (
    <select
      {...props}
      data-chosen={isChosen || undefined}
      className={`figures min-h-10 shrink-0 rounded-chip border px-3 font-medium text-14 ${isChosen ? "border-ink bg-ink text-paper" : "border-outline bg-card text-ink"}`}
    />
  );
}
