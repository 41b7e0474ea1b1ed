/** The page that signs in, and leads on to another one. */
export const signInPath = (next: string): string => `/sign-in?${new URLSearchParams({ next })}`;
