"use client";

import { useRef, useState } from "react";
import { findAsked } from "./asked-here";
import { FoundBookings } from "./found-bookings";
import { SignInByCode } from "./sign-in-by-code";
import { SignInByLink } from "./sign-in-by-link";
import { SignInForm } from "./sign-in-form";
import type { SignedIn } from "./signed-in";
import { SignedInNote } from "./signed-in-note";
import type { SentMail } from "./use-ask";
import { useTokenInAddress } from "./use-token-in-address";

type Props = {
  /** Where they were before, to go on there. */
  next: string | null;
  /** Whose browser this is already, if anybody's. */
  visitor: SignedIn["user"] | null;
};

/** Asks for an address, then for the code of the mail that went there; or takes the link of one that was opened here. */
export function SignIn({ next, visitor }: Props) {
  const { token, drop } = useTokenInAddress();
  const [asked, setAsked] = useState<SentMail>();
  const [signedIn, setSignedIn] = useState<SignedIn>();
  const [isAnother, setAnother] = useState(false);
  const email = useRef("");
  const from = token === null ? next : (findAsked(token)?.next ?? next);
  if (signedIn) return <FoundBookings {...signedIn} next={from} />;
  if (token !== null) return <SignInByLink token={token} onDone={setSignedIn} onAskAgain={drop} />;
  if (visitor && !isAnother) return <SignedInNote user={visitor} next={next} onAnother={() => setAnother(true)} />;
  if (!asked) return <SignInForm email={email.current} next={next} onAsked={setAsked} />;
  const changeAddress = () => {
    email.current = asked.email;
    setAsked(undefined);
  };
  return (
    <SignInByCode
      key={asked.request_id}
      {...asked}
      next={next}
      onDone={setSignedIn}
      onSentAgain={(request_id) => setAsked({ ...asked, request_id })}
      onChangeAddress={changeAddress}
    />
  );
}
