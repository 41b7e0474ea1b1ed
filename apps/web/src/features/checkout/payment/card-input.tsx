import { lazy, Suspense, useEffect, useState } from "react";
import { notReadyWords } from "~/trpc/not-ready-words";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import type { Card } from "./make-token";
import type { PayWith } from "./pay-with";
import { LoadingCard } from "./stripe/loading-card";
import { StripeUnavailable } from "./stripe/stripe-unavailable";
import { TestCardChoice } from "./test-card-choice";
import type { TestToken } from "./test-cards";

// Only who pays by Stripe loads it.
const StripeCard = lazy(() => import("./stripe/stripe-card").catch(() => ({ default: StripeUnavailable })));

type Props = { payWith: PayWith; disabled: boolean; onCard: (card: Card | null) => void };

/** Where a buyer says with which card to pay. `onCard` is called once there is one to pay with. */
export function CardInput({ payWith, disabled, onCard }: Props) {
  if (payWith === null) return <NoCards />;
  if (payWith.gateway === "test") return <TestCard disabled={disabled} onCard={onCard} />;
  return (
    <Suspense fallback={<LoadingCard />}>
      <StripeCard payWith={payWith} onCard={onCard} />
    </Suspense>
  );
}

/** The seller's account can't charge anybody now. */
function NoCards() {
  return (
    <FailurePanel {...notReadyWords}>
      <Button onClick={() => window.location.reload()}>Try again</Button>
    </FailurePanel>
  );
}

function TestCard({ disabled, onCard }: Omit<Props, "payWith">) {
  const [token, setToken] = useState<TestToken>("tok_visa");
  useEffect(() => onCard({ makeToken: async () => ({ token }) }), [token, onCard]);
  return <TestCardChoice chosen={token} disabled={disabled} onChoose={setToken} />;
}
