import { useState } from "react";
import { Button } from "~/ui/button";
import { Badge } from "~/ui/chip";
import { roleWords } from "../organization/role-words";
import { ChangeRole } from "./change-role";
import { type MemberProps, nameMember } from "./describe-member";
import { RemoveMember } from "./remove-member";

type Props = MemberProps & { isLast: boolean };

/** A member with their role, and what can be done about it; the last owner is told why there is nothing. */
export function MemberRow({ isLast, ...props }: Props) {
  const { member, self } = props;
  const isSelf = member.user_id === self;
  const [open, setOpen] = useState<"role" | "removal" | null>(null);
  const close = () => setOpen(null);
  const name = nameMember(member);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
      <div className="flex min-w-0 grow basis-60 flex-col">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          <bdi className="min-w-0">{name}</bdi>
          {isSelf ? <Badge tone="good">You</Badge> : null}
        </p>
        {member.email && member.email !== name ? <bdi className="whole text-14 text-soft">{member.email}</bdi> : null}
        {isLast ? (
          <p className="text-14 text-soft">
            The only owner: make somebody else an owner first, then {isSelf ? "you" : "they"} can leave or take another
            role.
          </p>
        ) : null}
      </div>
      <p className="font-medium text-14">{roleWords[member.role].name}</p>
      {isLast ? null : (
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => setOpen("role")}>
            Change role<span className="sr-only"> of {name}</span>
          </Button>
          <Button variant="plain" onClick={() => setOpen("removal")}>
            {isSelf ? "Leave" : "Remove"}
            {isSelf ? null : <span className="sr-only"> {name}</span>}
          </Button>
        </div>
      )}
      <ChangeRole key={member.role} {...props} isOpen={open === "role"} onClose={close} />
      <RemoveMember {...props} isOpen={open === "removal"} onClose={close} />
    </li>
  );
}
