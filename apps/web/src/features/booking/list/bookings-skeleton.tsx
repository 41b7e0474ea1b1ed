import { LoadingNote, Skeleton } from "~/ui/skeleton";

export function BookingsSkeleton() {
  return (
    <div className="flex flex-col gap-5">
      <LoadingNote>Loading your bookings</LoadingNote>
      <Skeleton className="h-9 w-48" />
      {[1, 2, 3].map((row) => (
        <div key={row} className="flex gap-4 sm:gap-6">
          <Skeleton className="h-24 w-16 sm:h-28 sm:w-20" />
          <div className="flex grow flex-col gap-2">
            <Skeleton className="h-5 w-48" />
            <Skeleton className="h-7 w-full max-w-[24rem]" />
            <Skeleton className="h-5 w-40" />
          </div>
        </div>
      ))}
    </div>
  );
}
