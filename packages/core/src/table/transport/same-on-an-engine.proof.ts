// The same with 1,000 rounds each: EVENTLY_PROOF is set for this project.
import "./same-on-an-engine.engine.test.ts";
