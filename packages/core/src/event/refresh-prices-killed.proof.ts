// Kills the worker at every one of its requests: EVENTLY_PROOF is set for this project.
import "./refresh-prices-killed.engine.test.ts";
