// Runs the same for ten minutes: EVENTLY_PROOF is set for this project.
import "./hoarding.engine.test.ts";
