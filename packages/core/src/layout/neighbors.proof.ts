// The same over 5,000 halls: EVENTLY_PROOF is set for this project.
import "./neighbors.rules.test.ts";
