import { keyedOfAccounts } from "./keyed-of-accounts.ts";
import { keyedOfBoxOffice } from "./keyed-of-box-office.ts";
import { keyedOfDoor } from "./keyed-of-door.ts";

/** Every POST and PATCH of accounts, of a box office and about tickets that may have a key. */
export const keyedOfPeople = (open: Parameters<typeof keyedOfDoor>[0]) => ({
  ...keyedOfAccounts(open),
  ...keyedOfBoxOffice(open),
  ...keyedOfDoor(open),
});
