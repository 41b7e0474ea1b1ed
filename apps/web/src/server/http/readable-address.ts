/** Leads to no page, so that it is answered like every address that is not found. */
const nowhere = "/nowhere";

/**
 * Next answers 500 to a page's address that no UTF-8 text has, such as `/events/%E0%A4%A`, so that it is replaced before
 * Next sees it.
 */
export function toReadableAddress(address: string): string {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "");
    return address;
  } catch {
    return nowhere;
  }
}
