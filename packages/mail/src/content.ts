/** What a mail says, in the order in which it says it; its text part and its page are both written from this. */
export type Content = {
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  /** To be typed elsewhere. */
  code?: string;
  facts: readonly Fact[];
  action?: { label: string; href: string };
  notes: readonly string[];
  /** Who stands behind it, at its foot. */
  footer?: readonly string[];
};

/** "When: Thu 14 Jan 2027, 19:30 EST"; `was` is what it was before, `href` where the value leads. */
export type Fact = { label: string; value: string; was?: string; href?: string };
