/** Show what belongs to one visitor, so that no search engine should list them. */
const privatePaths = ["/bookings", "/challenge", "/checkout", "/mailbox", "/organizer"] as const;

export const uncrawledPaths = [...privatePaths, "/api/"];

export function isPrivatePath(pathname: string): boolean {
  return privatePaths.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}
