// Runs the same model test with some hundred sales: EVENTLY_PROOF is set for this project.
import "./model.engine.test.ts";
