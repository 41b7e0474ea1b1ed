/** Show what belongs to one visitor, so that no search engine should list them. */
const privatePaths = [
  "/account",
  "/bookings",
  "/challenge",
  "/checkout",
  "/door",
  "/invitations",
  "/mailbox",
  "/organizer",
  "/sign-in",
  "/t",
] as const;

export const uncrawledPaths = [...privatePaths, "/api/"];

export function isPrivatePath(pathname: string): boolean {
  return privatePaths.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}

/** Whether an address opens by itself what it shows. */
export const isSecretPath = (pathname: string): boolean => /^\/(t|sign-in|invitations)(\/|$)/.test(pathname);
