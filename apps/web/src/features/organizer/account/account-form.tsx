import { CreateUser } from "@evently/core/user";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { signInPath } from "~/features/account/sign-in-path";
import { readEmail } from "~/features/email/read-email";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { sendWithProof } from "~/trpc/proof/send-with-proof";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { announce } from "~/ui/message/announcements";
import { FailurePanel } from "~/ui/message/failure-panel";
import { findTextFault } from "../form/find-text-fault";
import { type FormFaults, useFormFaults } from "../form/use-form-faults";
import { organizerWords } from "../organizer-words";

export function AccountForm({ isGuest }: { isGuest: boolean }) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const { form, faults, show, clear } = useFormFaults();
  const { create, isBusy } = useCreateAccount();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readAccount(name, email);
    show("faults" in read ? read.faults : {});
    if ("account" in read) create.mutate(read.account);
  };
  const change = (field: string, set: (value: string) => void) => (event: { currentTarget: { value: string } }) => {
    set(event.currentTarget.value);
    clear(field);
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className="flex flex-col gap-5 rounded-card border border-line bg-card p-5 sm:p-6"
    >
      <h2 className="display font-semibold text-22">Create an organizer account</h2>
      <Field
        label="Name"
        name="name"
        autoComplete="organization"
        hint="The venue or person who sells."
        value={name}
        fault={faults.name}
        onChange={change("name", setName)}
      />
      <Field
        label="E-mail address"
        {...{ type: "email", name: "email", autoComplete: "email", inputMode: "email", spellCheck: false }}
        value={email}
        fault={faults.email}
        onChange={change("email", setEmail)}
      />
      <NoPassword isGuest={isGuest} />
      {create.isError ? <FailurePanel {...describeFailure(create.error, organizerWords)} /> : null}
      <Button type="submit" variant="primary" size="large" pending={isBusy} pendingLabel="Creating…">
        Create account
      </Button>
    </form>
  );
}

type ReadAccount = { faults: FormFaults } | { account: { name: string; email: string; role: "organizer" } };

function readAccount(name: string, typedEmail: string): ReadAccount {
  const email = readEmail(typedEmail);
  const nameFault =
    name.trim() === "" ? "Enter the name that you sell under." : findTextFault(CreateUser.shape.name, name);
  const faults: FormFaults = {
    ...(nameFault === null ? {} : { name: nameFault }),
    ...("fault" in email ? { email: email.fault } : {}),
    ...("empty" in email ? { email: "Enter your e-mail address." } : {}),
  };
  if (Object.keys(faults).length > 0 || !("email" in email)) return { faults };
  return { account: { name: name.trim(), email: email.email, role: "organizer" } };
}

/** Creates the account, then has the server render the page that it opens. */
function useCreateAccount() {
  const router = useRouter();
  const [isOpening, open] = useTransition();
  const { client } = trpc.useUtils();
  const create = useMutation({
    mutationFn: (account: CreateUser) => sendWithProof((options) => client.user.create.mutate(account, options)),
    onSuccess: () => {
      announce("Your organizer account was created.");
      open(() => router.refresh());
    },
  });
  return { create, isBusy: create.isPending || isOpening || create.isSuccess };
}

function NoPassword({ isGuest }: { isGuest: boolean }) {
  return (
    <div className="flex flex-col gap-2 rounded-control border border-transparent bg-spot-wash p-4 text-14 text-on-spot-wash">
      <p>
        <strong>There are no passwords.</strong> You come back by a mail to this address, so check that it is yours. If
        you have an account already,{" "}
        <Link href={signInPath(usePathname())} prefetch={false} className="underline underline-offset-4">
          sign in
        </Link>
        .
      </p>
      {isGuest ? <p>Seats you hold or booked in this browser stay yours.</p> : null}
    </div>
  );
}
