const nothingRefunded = "Nothing was refunded.";

/** Why a refund of a part of a booking is refused. */
export const refundFailureWords = {
  REFUND_EXCEEDS_PAID: {
    meaning: nothingRefunded,
    action: "Close this: the booking shows what was refunded meanwhile. Then refund at most what is left.",
  },
  SEATS_REFUNDED: {
    headline: "Some of these seats were refunded already.",
    meaning: "Nothing was refunded twice.",
    action: "Close this: the booking shows which seats it still has.",
  },
  REFUND_CHANGED: {
    headline: "Less is refunded by now than was shown.",
    meaning: "Nothing was cancelled.",
    action: "Look at the amount again, and cancel if you still want to.",
  },
  NOTHING_PAID: { meaning: nothingRefunded, action: "Cancel the booking, or single seats of it, instead." },
  REFUND_LIMIT: {
    headline: "Parts of this booking were refunded too often.",
    meaning: nothingRefunded,
    action: "Cancel the booking instead: that gives back all that is left.",
  },
};
