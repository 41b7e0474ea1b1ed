"use client";

import type { User } from "@evently/core/user";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { CodeForm } from "./code-form";
import { SignInForm } from "./sign-in-form";

/** Another address for the account, once a mail to it was read. Every other browser is signed out. */
export function ChangeAddress({ user_id, email, verified_at }: Pick<User, "user_id" | "email" | "verified_at">) {
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<{ request_id: string; email: string }>();
  const change = trpc.user.changeEmail.useMutation({ onSuccess: () => window.location.reload() });
  if (!isOpen)
    return (
      <Button className="self-start" onClick={() => setOpen(true)}>
        {verified_at ? "Change address" : "Confirm or change address"}
      </Button>
    );
  if (!asked)
    return <SignInForm email={verified_at ? "" : (email ?? "")} hint="We send a code there." onAsked={setAsked} />;
  return (
    <CodeForm
      email={asked.email}
      words={{ press: "Use this address", pending: "Changing…" }}
      isPending={change.isPending || change.isSuccess}
      error={change.error}
      onCode={(code) => change.mutate({ user_id, request_id: asked.request_id, code })}
      onAskAgain={() => setAsked(undefined)}
    />
  );
}
