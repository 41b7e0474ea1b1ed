import "./delete-killed.engine.test.ts";
