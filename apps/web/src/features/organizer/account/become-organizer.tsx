"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { readEmail } from "~/features/email/read-email";
import { trpc } from "~/trpc/client";
import { findFailureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { announce } from "~/ui/message/announcements";
import { ProblemPanel } from "~/ui/message/failure-panel";
import { describeOrganizerProblem } from "../describe-organizer-problem";
import { useFormFaults } from "../form/use-form-faults";

/** Says what an organizer account is and makes one; a guest's own account becomes it. */
export function BecomeOrganizer({ isGuest }: { isGuest: boolean }) {
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-16">
      <div className="flex flex-col gap-6">
        <h1 className="display font-semibold text-36 sm:text-48">Sell your own seats</h1>
        <p className="max-w-[55ch] text-18">
          An organizer account makes venues and events, sets the prices, and shows what sells while it sells.
        </p>
        <ul className="flex max-w-[60ch] list-disc flex-col gap-2 pl-5">
          <li>Draw a hall row by row, or bring its seats as a CSV file. Buyers pick on that very map.</li>
          <li>Open a sale now or at a time you choose; pause it, go on, or call the event off with full refunds.</li>
          <li>See seats sold, revenue and buyers as they come.</li>
        </ul>
      </div>
      <AccountForm isGuest={isGuest} />
    </div>
  );
}

function AccountForm({ isGuest }: { isGuest: boolean }) {
  const router = useRouter();
  const [isOpening, open] = useTransition();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const { form, faults, show, clear } = useFormFaults();
  const create = trpc.user.create.useMutation({
    onSuccess: () => {
      announce("Your organizer account is made.");
      open(() => router.refresh());
    },
    onError: (error) => {
      if (findFailureOf(error, "EMAIL_TAKEN")) show({ email: "There is an account with this address. Use another." });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readEmail(email);
    const wrong = {
      ...(name.trim() === "" ? { name: "Enter the name that you sell under." } : {}),
      ...("fault" in read ? { email: read.fault } : {}),
      ...("empty" in read ? { email: "Enter your e-mail address." } : {}),
    };
    show(wrong);
    if (Object.keys(wrong).length === 0 && "email" in read)
      create.mutate({ name: name.trim(), email: read.email, role: "organizer" });
  };
  const isAtField = findFailureOf(create.error, "EMAIL_TAKEN") !== null;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      className="flex flex-col gap-5 rounded-card border border-line bg-card p-5 sm:p-6"
    >
      <h2 className="display font-semibold text-22">Make an organizer account</h2>
      <Field
        label="Name"
        name="name"
        autoComplete="organization"
        maxLength={120}
        hint="Of the house or the person who sells."
        value={name}
        fault={faults.name}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value);
          clear("name");
        }}
      />
      <Field
        label="E-mail address"
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        spellCheck={false}
        value={email}
        fault={faults.email}
        onChange={({ currentTarget }) => {
          setEmail(currentTarget.value);
          clear("email");
        }}
      />
      <OnlyKey isGuest={isGuest} />
      {create.isError && !isAtField ? <ProblemPanel {...describeOrganizerProblem(create.error)} /> : null}
      <Button
        type="submit"
        look="primary"
        size="large"
        pending={create.isPending || isOpening || create.isSuccess}
        pendingLabel="Making it …"
      >
        Make the account
      </Button>
    </form>
  );
}

/** What an account without a password means. */
function OnlyKey({ isGuest }: { isGuest: boolean }) {
  return (
    <div className="flex flex-col gap-2 rounded-control bg-spot-wash p-4 text-14 text-on-spot-wash">
      <p>
        <strong>This browser is the key.</strong> There are no passwords yet: only this browser, as long as it keeps its
        cookies, opens the account. Passwords come later.
      </p>
      {isGuest ? <p>Seats that you hold or booked in this browser stay yours.</p> : null}
    </div>
  );
}
