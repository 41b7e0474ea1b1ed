import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks the server for the page anew while it is old, at every answer that says so: what it renders may be some seconds old too. */
export function useRefreshWhile(isOld: boolean, answeredAt: number): void {
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a reason of its own.
  useEffect(() => {
    if (isOld) router.refresh();
  }, [isOld, answeredAt, router]);
}
