// The same over 10,000 requests: EVENTLY_PROOF is set for this project.
import "./sign-request.test.ts";
