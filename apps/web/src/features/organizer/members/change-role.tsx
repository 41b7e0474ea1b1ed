import type { MemberRole } from "@evently/core/organization";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { CheckBox } from "~/ui/field/check-box";
import { FailurePanel } from "~/ui/message/failure-panel";
import { showToast } from "~/ui/message/toasts";
import { roleWords } from "../organization/role-words";
import { organizerWords } from "../organizer-words";
import { type MemberProps, nameMember } from "./describe-member";
import { RoleChoice } from "./role-choice";

type Props = MemberProps & { isOpen: boolean; onClose: () => void };

/** Gives a member another role; whoever is made an owner shares everything, or takes it over. */
export function ChangeRole({ isOpen, onClose, ...props }: Props) {
  const { member, self } = props;
  const [role, setRole] = useState<MemberRole>(member.role);
  const [handsOver, setHandsOver] = useState(false);
  const isSelf = member.user_id === self;
  const name = nameMember(member);
  const change = useChangeRole(props, onClose);
  const close = () => {
    onClose();
    setRole(member.role);
    change.reset();
  };
  const isPromotion = role === "owner" && member.role !== "owner";
  return (
    <Dialog open={isOpen} title={`What may ${name} do?`} onClose={close} form="sheet">
      <RoleChoice chosen={role} onChoose={setRole} />
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-14">
        <li>It is in force within seconds, wherever they are signed in.</li>
        {isPromotion ? <li>They can then do everything that you can, also take your role from you.</li> : null}
        {isSelf && role !== "owner" ? (
          <li>This is your own role: afterwards only another owner can give it back to you.</li>
        ) : null}
      </ul>
      {isPromotion ? (
        <CheckBox checked={handsOver} onChange={({ currentTarget }) => setHandsOver(currentTarget.checked)}>
          Transfer ownership: I become a manager
        </CheckBox>
      ) : null}
      {change.isError ? <FailurePanel {...describeFailure(change.error, organizerWords)} /> : null}
      <ConfirmButtons
        keep="Leave it"
        onKeep={close}
        disabled={role === member.role}
        pending={change.isPending}
        pendingLabel="Saving…"
        onConfirm={() => change.mutate({ role, handsOver: isPromotion && handsOver })}
      >
        {isPromotion && handsOver ? "Transfer ownership" : "Save role"}
      </ConfirmButtons>
    </Dialog>
  );
}

/** Ownership is handed over in two steps, the new owner first: between them there are two, and never none. */
function useChangeRole({ member, organization_id, self, onChanged }: MemberProps, onClose: () => void) {
  const { client } = trpc.useUtils();
  return useMutation({
    async mutationFn({ role, handsOver }: { role: MemberRole; handsOver: boolean }) {
      await client.organization.changeMember.mutate({ organization_id, user_id: member.user_id, role });
      if (handsOver) await client.organization.changeMember.mutate({ organization_id, user_id: self, role: "manager" });
    },
    onSuccess: async (_, { role, handsOver }) => {
      // What else the page offers depends on one's own role.
      if (handsOver || member.user_id === self) return window.location.assign("/organizer");
      onClose();
      showToast(`${nameMember(member)} is now: ${roleWords[role].name}.`);
      await onChanged();
    },
  });
}
