"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { Button } from "./button";

/** Has the server render the page again, keeping the browser's state. */
export function RefreshButton({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  return (
    <Button variant="primary" pending={isPending} pendingLabel="Trying…" onClick={() => start(() => router.refresh())}>
      {children}
    </Button>
  );
}
