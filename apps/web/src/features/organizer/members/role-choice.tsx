import { MemberRole } from "@evently/core/organization";
import { useId } from "react";
import { roleWords } from "../organization/role-words";

type Props = { chosen: MemberRole; onChoose: (role: MemberRole) => void };

/** The roles with what each may do, as radio buttons. */
export function RoleChoice({ chosen, onChoose }: Props) {
  const group = useId();
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="pb-1 font-medium text-14">Role</legend>
      {MemberRole.options.map((role) => (
        <label key={role} className="flex min-h-11 cursor-pointer items-center gap-3 py-1.5">
          <input
            type="radio"
            name={group}
            value={role}
            checked={chosen === role}
            onChange={() => onChoose(role)}
            className="size-5 shrink-0 accent-curtain"
          />
          <span className="min-w-0">
            <span className="block font-medium">{roleWords[role].name}</span>
            <span className="block text-14 text-soft">{roleWords[role].may}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
