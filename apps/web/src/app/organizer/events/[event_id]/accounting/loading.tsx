import { AccountingSkeleton } from "~/features/analytics/accounting/accounting-skeleton";
import { LoadingPage } from "~/ui/loading-page";

export default function Loading() {
  return (
    <LoadingPage title="Accounting" subject="the accounting">
      <AccountingSkeleton />
    </LoadingPage>
  );
}
