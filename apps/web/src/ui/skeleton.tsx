import clsx from "clsx";

/** The place of something that is on its way; give it the size of what will stand there. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx("block animate-pulse rounded-control bg-sunken", className)} />;
}

/** Announces to screen readers what the skeletons around it stand for. */
export function LoadingNote({ children }: { children: string }) {
  return (
    <p role="status" className="sr-only">
      {children}
    </p>
  );
}
