import type { ReactNode } from "react";
import { PageFrame } from "./page-frame";
import { LoadingNote } from "./skeleton";

type Props = { title: string; subject: string; children: ReactNode };

/** A page of which only the title is known yet, with what keeps the place of the rest. */
export function LoadingPage({ title, subject, children }: Props) {
  return (
    <PageFrame className="flex flex-col gap-8">
      <h1 className="display font-semibold text-28 sm:text-48">{title}</h1>
      <LoadingNote>{`Loading ${subject}`}</LoadingNote>
      {children}
    </PageFrame>
  );
}
