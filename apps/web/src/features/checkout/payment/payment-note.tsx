import { CircleCheck, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "~/ui/icon";

type Props = { title: string; isRunning?: boolean; children: ReactNode };

/** What is going on with a payment. Screen readers announce it. */
export function PaymentNote({ title, isRunning = false, children }: Props) {
  return (
    <div role="status" className="flex gap-4 rounded-card bg-sunken p-5">
      {isRunning ? (
        <Icon icon={LoaderCircle} size={22} className="mt-0.5 shrink-0 animate-spin" />
      ) : (
        <Icon icon={CircleCheck} size={22} className="mt-0.5 shrink-0 text-good" />
      )}
      <div className="flex flex-col items-start gap-2">
        <p className="font-semibold text-18">{title}</p>
        {children}
      </div>
    </div>
  );
}
