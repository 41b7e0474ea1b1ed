import type { OrganizationId } from "@evently/core/ids";
import type { Invitation } from "@evently/core/organization";
import { useOwnZone } from "~/features/account/use-own-zone";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/format/date-time";
import { FailurePanel } from "~/ui/message/failure-panel";
import { showToast } from "~/ui/message/toasts";
import { roleWords } from "../organization/role-words";
import { organizerWords } from "../organizer-words";

type Props = {
  organization_id: OrganizationId;
  invitations: readonly Invitation[];
  onWithdrawn: () => Promise<unknown>;
};

/** Who was invited and has not accepted yet. */
export function OpenInvitations({ organization_id, invitations, onWithdrawn }: Props) {
  const zone = useOwnZone();
  const withdraw = trpc.organization.revokeInvitation.useMutation({
    onSuccess: async () => {
      showToast("The invitation is withdrawn: its link opens nothing any more.");
      await onWithdrawn();
      // The button that had the focus is gone.
      document.getElementById("main")?.focus({ preventScroll: true });
    },
  });
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="flex flex-col gap-3">
      <h2 id="invitations" className="display font-semibold text-22">
        Open invitations
      </h2>
      {withdraw.isError ? <FailurePanel {...describeFailure(withdraw.error, organizerWords)} /> : null}
      <ul className="divide-y divide-line border-line border-y">
        {invitations.map(({ invitation_id, email, role, expires_at }) => (
          <li key={invitation_id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
            <div className="flex min-w-0 grow basis-60 flex-col">
              <bdi className="whole font-semibold">{email}</bdi>
              <p className="text-14 text-soft">
                Open until <DateTime instant={expires_at} zone={zone} show="day" />
              </p>
            </div>
            <div className="flex grow items-center justify-between gap-6 sm:grow-0">
              <p className="font-medium text-14">{roleWords[role].name}</p>
              <Button
                pending={withdraw.isPending && withdraw.variables.invitation_id === invitation_id}
                pendingLabel="Withdrawing…"
                onClick={() => withdraw.mutate({ organization_id, invitation_id })}
              >
                Withdraw<span className="sr-only"> the invitation of {email}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
