import { Skeleton } from "~/ui/skeleton";

export function DashboardSkeleton() {
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <Skeleton className="h-9 w-36" />
        <Skeleton className="h-6 w-56" />
        <Skeleton className="h-12 w-full max-w-[32rem]" />
        <Skeleton className="h-6 w-72" />
        <Skeleton className="h-11 w-full max-w-[24rem]" />
      </div>
      <Skeleton className="h-96 w-full rounded-card lg:h-64" />
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-3">
        <Skeleton className="h-120 rounded-card lg:col-span-2" />
        <Skeleton className="h-120 rounded-card" />
      </div>
    </div>
  );
}
