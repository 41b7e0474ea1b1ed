import { Skeleton } from "~/ui/skeleton";

export function BoxOfficeSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <Skeleton className="h-[36rem] w-full" />
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
