// The same sales, some hundred of them: EVENTLY_PROOF is set for this project.
import "./model.engine.test.ts";
