import { Skeleton } from "~/ui/skeleton";

export function OverviewSkeleton() {
  return (
    <div className="flex flex-col gap-8">
      <Skeleton className="h-96 w-full rounded-card lg:h-56" />
      <div className="flex flex-col gap-5 rounded-card border border-line p-4 sm:p-6">
        <Skeleton className="h-8 w-48" />
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-40 w-full lg:h-24" />
        ))}
      </div>
    </div>
  );
}
