// A worker of our own origin: the work of a proof takes seconds, in which the page must answer.
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { handler } from "altcha-lib/workers/shared";

handler({ deriveKey });
