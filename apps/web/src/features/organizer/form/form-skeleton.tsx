import { LoadingNote, Skeleton } from "~/ui/skeleton";

/** A form's shape while it is on its way. */
export function FormSkeleton({ what }: { what: string }) {
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <LoadingNote>{`Loading ${what}`}</LoadingNote>
      <div className="flex flex-col gap-5">
        {[1, 2, 3, 4].map((field) => (
          <Skeleton key={field} className="h-16 w-full" />
        ))}
      </div>
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
