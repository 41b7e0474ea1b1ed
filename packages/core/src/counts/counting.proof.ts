// The same histories, 2,000 of them in memory: EVENTLY_PROOF is set for this project.
import "./counting.test.ts";
import "./counting.engine.test.ts";
