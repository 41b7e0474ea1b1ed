import { Skeleton } from "~/ui/skeleton";

export function HoldersSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      {[1, 2, 3].map((card) => (
        <Skeleton key={card} className="h-32 w-full" />
      ))}
    </div>
  );
}
