import { Skeleton } from "~/ui/skeleton";

export function AccountingSkeleton() {
  return (
    <div className="flex flex-col gap-8">
      <Skeleton className="h-56 w-full sm:h-32" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
