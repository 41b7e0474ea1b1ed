"use client";

import { useRef, useState } from "react";
import { FoundBookings } from "./found-bookings";
import { SignInByCode } from "./sign-in-by-code";
import { SignInByLink } from "./sign-in-by-link";
import { SignInForm } from "./sign-in-form";
import type { SignedIn } from "./signed-in";
import { useTokenInAddress } from "./use-token-in-address";

type SentMail = { request_id: string; email: string };

/** Asks for an address, then for the code of the mail that went there; or takes the link of one that was opened here. */
export function SignIn() {
  const token = useTokenInAddress();
  const [asked, setAsked] = useState<SentMail>();
  const [signedIn, setSignedIn] = useState<SignedIn>();
  const email = useRef("");
  if (signedIn) return <FoundBookings {...signedIn} />;
  if (token !== null) return <SignInByLink token={token} onDone={setSignedIn} />;
  if (!asked) return <SignInForm email={email.current} onAsked={setAsked} />;
  const askAgain = () => {
    email.current = asked.email;
    setAsked(undefined);
  };
  return <SignInByCode {...asked} onDone={setSignedIn} onAskAgain={askAgain} />;
}
