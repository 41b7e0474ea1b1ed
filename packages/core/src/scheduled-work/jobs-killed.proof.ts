// Kills a process at every one of its writes: EVENTLY_PROOF is set for this project.
import "./jobs-killed.engine.test.ts";
