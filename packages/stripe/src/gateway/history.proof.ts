// Runs the same with 200 histories: EVENTLY_PROOF is set for this project.
import "./history.engine.test.ts";
