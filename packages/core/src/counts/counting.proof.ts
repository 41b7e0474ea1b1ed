// Runs the same histories 2,000 times in memory: EVENTLY_PROOF is set for this project.
import "./counting.test.ts";
import "./counting.engine.test.ts";
