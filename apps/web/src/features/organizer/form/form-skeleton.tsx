import { LoadingNote, Skeleton } from "~/ui/skeleton";

export function FormSkeleton({ subject }: { subject: string }) {
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <LoadingNote>{`Loading ${subject}`}</LoadingNote>
      <div className="flex flex-col gap-5">
        {[1, 2, 3, 4].map((field) => (
          <Skeleton key={field} className="h-16 w-full" />
        ))}
      </div>
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
