import { FlaskConical } from "lucide-react";
import { Icon } from "~/ui/icon";

/** That no money moves, and what to pay with. */
export function TestPaymentNote({ children }: { children: string }) {
  return (
    <p className="flex items-start gap-3 rounded-card bg-spot-wash px-4 py-3 text-14 text-on-spot-wash">
      <Icon icon={FlaskConical} size={18} className="mt-0.5 shrink-0" />
      <span>
        <strong className="font-semibold">This is a test payment.</strong> You need no real card, and no money moves.{" "}
        {children}
      </span>
    </p>
  );
}
