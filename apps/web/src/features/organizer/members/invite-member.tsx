import type { OrganizationId } from "@evently/core/ids";
import type { MemberRole } from "@evently/core/organization";
import { type FormEvent, useRef, useState } from "react";
import { readEmail } from "~/features/email/read-email";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { FailurePanel } from "~/ui/message/failure-panel";
import { showToast } from "~/ui/message/toasts";
import { organizerWords } from "../organizer-words";
import { RoleChoice } from "./role-choice";

type Props = { organization_id: OrganizationId; onInvited: () => Promise<unknown> };

/** Invites somebody by a mail; until they accept, they see nothing. */
export function InviteMember({ organization_id, onInvited }: Props) {
  const [typed, setTyped] = useState("");
  const [role, setRole] = useState<MemberRole>("box_office");
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const invite = trpc.organization.invite.useMutation({
    onSuccess: async (_, { email }) => {
      setTyped("");
      showToast(`An invitation is on its way to ${email}.`);
      await onInvited();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readEmail(typed);
    if ("email" in read) return invite.mutate({ organization_id, email: read.email, role });
    setFault("fault" in read ? read.fault : "Enter the address of whom you invite.");
    input.current?.focus();
  };
  return (
    <form noValidate onSubmit={submit} className="flex max-w-[36rem] flex-col gap-5">
      <Field
        ref={input}
        label="E-mail address"
        {...{ type: "email", name: "email", autoComplete: "off", inputMode: "email", spellCheck: false }}
        placeholder="name@example.com"
        value={typed}
        fault={fault}
        hint="They need to read its mails: only whoever has this address can accept."
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setFault(undefined);
          if (invite.isError) invite.reset();
        }}
      />
      <RoleChoice chosen={role} onChoose={setRole} />
      {invite.isError ? <FailurePanel {...describeFailure(invite.error, organizerWords)} /> : null}
      <Button
        type="submit"
        variant="primary"
        size="large"
        className="self-start"
        pending={invite.isPending}
        pendingLabel="Inviting…"
      >
        Send invitation
      </Button>
    </form>
  );
}
