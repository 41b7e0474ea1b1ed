import "./mails-killed.engine.test.ts";
