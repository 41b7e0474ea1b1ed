import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { FailurePanel } from "~/ui/message/failure-panel";
import { showToast } from "~/ui/message/toasts";
import { organizerWords } from "../organizer-words";
import { type MemberProps, nameMember } from "./describe-member";

type Props = MemberProps & { isOpen: boolean; onClose: () => void };

/** Takes somebody out of the organization, or oneself. */
export function RemoveMember({ member, organization_id, self, onChanged, isOpen, onClose }: Props) {
  const isSelf = member.user_id === self;
  const name = nameMember(member);
  const remove = trpc.organization.removeMember.useMutation({
    onSuccess: async () => {
      // Whoever left sees nothing of it any more.
      if (isSelf) return window.location.assign("/organizer");
      onClose();
      showToast(`${name} is no member any more.`);
      await onChanged();
      // The button that had the focus is gone.
      document.getElementById("main")?.focus({ preventScroll: true });
    },
  });
  const close = () => {
    onClose();
    remove.reset();
  };
  return (
    <Dialog open={isOpen} title={isSelf ? "Leave this organization?" : `Remove ${name}?`} onClose={close} form="sheet">
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <li>
          {isSelf
            ? "You see none of its events, venues and bookings any more, from within seconds on."
            : "They see none of your events, venues and bookings any more, from within seconds on, wherever they are signed in."}
        </li>
        <li>What {isSelf ? "you" : "they"} made stays: events and venues belong to the organization.</li>
        <li>To come back, {isSelf ? "you need" : "they need"} a new invitation.</li>
      </ul>
      {remove.isError ? <FailurePanel {...describeFailure(remove.error, organizerWords)} /> : null}
      <ConfirmButtons
        keep={isSelf ? "Stay" : "Keep them"}
        onKeep={close}
        pending={remove.isPending}
        pendingLabel={isSelf ? "Leaving…" : "Removing…"}
        onConfirm={() => remove.mutate({ organization_id, user_id: member.user_id })}
      >
        {isSelf ? "Leave" : "Remove"}
      </ConfirmButtons>
    </Dialog>
  );
}
