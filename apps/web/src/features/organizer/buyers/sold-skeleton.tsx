import { Skeleton } from "~/ui/skeleton";

/** The list's shape while it is on its way. */
export function SoldSkeleton() {
  return (
    <div className="flex flex-col gap-3">
      {[1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} className="h-16 w-full" />
      ))}
    </div>
  );
}
