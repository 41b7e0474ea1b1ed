import type { OrganizationView } from "@evently/core/organization";
import { Ban, Hourglass } from "lucide-react";
import { Icon } from "~/ui/icon";

/** What the operator has decided of an organization, or has yet to decide; nothing of one that may sell. */
export function OrganizationNotice({ name, state }: Pick<OrganizationView, "name" | "state">) {
  if (state === "approved") return null;
  const isPending = state === "pending";
  const tone = isPending ? "bg-spot-wash text-on-spot-wash" : "bg-curtain-wash text-on-curtain-wash";
  return (
    <div className="mx-auto w-full max-w-[76rem] px-4 pt-6 sm:px-6">
      <section
        aria-label={isPending ? "Approval" : "Suspended organization"}
        className={`flex items-start gap-3 rounded-card p-4 ${tone}`}
      >
        <Icon icon={isPending ? Hourglass : Ban} size={22} className="mt-0.5 shrink-0" />
        <div className="flex min-w-0 flex-col gap-1">
          <p className="font-semibold">
            <bdi>{name}</bdi> {isPending ? "is not approved yet" : "is suspended"}
          </p>
          <p className="max-w-[65ch]">
            {isPending
              ? "You can prepare venues and events as drafts. They can be published once whoever runs this site has approved you."
              : "It sells nothing, what it sells can't be changed, and its events are in no list. Bookings, refunds and admission go on. Ask whoever runs this site."}
          </p>
        </div>
      </section>
    </div>
  );
}
