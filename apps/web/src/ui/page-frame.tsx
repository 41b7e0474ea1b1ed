import clsx from "clsx";
import type { ReactNode } from "react";

/** The width and margins of every page. */
export function PageFrame({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={clsx("mx-auto w-full max-w-[76rem] px-4 pt-6 sm:px-6 sm:pt-10", className)}>{children}</div>;
}
