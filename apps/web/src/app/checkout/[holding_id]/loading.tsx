import { CheckoutSkeleton } from "~/features/checkout/checkout-skeleton";
import { PageFrame } from "~/ui/page-frame";

export default function Loading() {
  return (
    <PageFrame>
      <CheckoutSkeleton />
    </PageFrame>
  );
}
