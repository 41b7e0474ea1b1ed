// The same comparison over 10,000 requests and 10,000 exchanges: EVENTLY_PROOF is set for this project.
import "./same-as-the-sdk.test.ts";
