"use client";

import type { ReactNode } from "react";
import { describeFailure } from "~/trpc/describe-failure";
import { findFailure } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FailurePanel } from "~/ui/message/failure-panel";
import { LoadingNote, Skeleton } from "~/ui/skeleton";
import type { DeskState } from "../desk/desk";
import { isWaiting } from "../rules/kept-scan";
import { doorWords } from "./door-words";
import { describeWaiting } from "./network-line";

type Props = { state: DeskState; signIn: ReactNode; onTryAgain: (() => void) | null };

/** In place of the door while there is none: why, and what opens it. */
export function ClosedDoor({ state, signIn, onTryAgain }: Props) {
  const { phase, error, scans } = state;
  const waiting = scans.filter(isWaiting).length;
  if (phase === "over")
    return (
      <EmptyState heading="h1" title="This event is over">
        <p>Names and tickets were removed from this device.</p>
      </EmptyState>
    );
  if (error === null)
    return (
      <>
        <h1 className="sr-only">Door</h1>
        <LoadingNote>Opening the door</LoadingNote>
        <Skeleton className="h-40 w-full" />
        <Skeleton className="h-13 w-full" />
      </>
    );
  const isSignedOut = findFailure(error)?.error_code === "SIGN_IN_REQUIRED";
  return (
    <FailurePanel {...describeFailure(error, doorWords)} heading="h1">
      {waiting > 0 ? (
        <p className="w-full">{describeWaiting(waiting)} They are sent once this door is open again.</p>
      ) : null}
      {isSignedOut ? signIn : null}
      {onTryAgain && !isSignedOut ? (
        <Button variant="primary" onClick={onTryAgain}>
          Try again
        </Button>
      ) : null}
    </FailurePanel>
  );
}
