import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../icon";

type Props = { headline: string; meaning: string; action: string; children?: ReactNode; heading?: "h1" | "h2" | "p" };

/** What happened, what it means, what to do; `children` are the buttons that do it. Screen readers announce it. */
export function FailurePanel({ headline, meaning, action, children, heading: Heading = "p" }: Props) {
  return (
    <div role="alert" className="flex gap-4 rounded-card bg-curtain-wash p-5 text-on-curtain-wash">
      <Icon icon={TriangleAlert} size={22} className="mt-0.5 shrink-0" />
      <div className="flex min-w-0 flex-col items-start gap-1">
        <Heading className="font-semibold text-18">{headline}</Heading>
        <p className="max-w-[65ch]">{meaning}</p>
        <p className="max-w-[65ch]">{action}</p>
        {children ? <div className="mt-3 flex flex-wrap gap-3">{children}</div> : null}
      </div>
    </div>
  );
}
