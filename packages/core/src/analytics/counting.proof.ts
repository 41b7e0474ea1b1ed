// The same histories, 2,000 of them: EVENTLY_PROOF is set for this project.
import "./counting.test.ts";
