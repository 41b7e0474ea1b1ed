import { LoadingNote, Skeleton } from "~/ui/skeleton";

/** Holds the picker's place while the map is on its way. */
export function SeatPickerSkeleton({ isOffline = false }: { isOffline?: boolean }) {
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      {isOffline ? (
        <p role="status">You’re offline. The seat map loads once you’re back online.</p>
      ) : (
        <LoadingNote>Loading the seat map</LoadingNote>
      )}
      <div className="flex flex-col gap-4">
        <div className="flex gap-2">
          <Skeleton className="h-11 w-36" />
          <Skeleton className="h-11 w-36" />
          <Skeleton className="hidden h-11 w-36 sm:block" />
        </div>
        <Skeleton className="h-[min(70dvh,44rem)] min-h-80 w-full rounded-card" />
      </div>
      <Skeleton className="hidden h-48 rounded-card lg:block" />
    </div>
  );
}
