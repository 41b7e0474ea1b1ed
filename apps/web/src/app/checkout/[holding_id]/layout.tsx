import type { ReactNode } from "react";
import { findOrder } from "~/features/checkout/order/find-order";
import { isDocument } from "~/features/site/is-document";

type Props = { params: Promise<{ holding_id: string }>; children: ReactNode };

/** Above the loading state, which would send a 200 before the page can answer 404. */
export default async function CheckoutLayout({ params, children }: Props) {
  if (await isDocument()) await findOrder((await params).holding_id);
  return children;
}
