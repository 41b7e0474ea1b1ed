import { LoadingNote, Skeleton } from "~/ui/skeleton";

export function CheckoutSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-x-12">
      <LoadingNote>Loading your seats</LoadingNote>
      <div className="flex flex-col gap-6">
        <Skeleton className="h-12 w-56" />
        <Skeleton className="h-14 w-full" />
      </div>
      <Skeleton className="h-80 lg:col-start-2 lg:row-span-2 lg:row-start-1" />
      <div className="flex flex-col gap-5">
        <Skeleton className="h-6 w-72" />
        <Skeleton className="h-9 w-40" />
        <Skeleton className="h-11 w-full max-w-[28rem]" />
        <Skeleton className="h-13 w-48" />
      </div>
    </div>
  );
}
