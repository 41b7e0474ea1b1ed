type Kept = { key: string | null; user_id: string | null };

/** Whether a door is kept for an account that is not signed in here any more; `holder` is who is, null where nobody is. One with a key is nobody's. */
export const isOfOther = ({ key, user_id }: Kept, holder: string | null): boolean =>
  key === null && (holder === null || user_id !== holder);
