/** The only reader of `process.env` in the site; at run time, so that one build serves every deployment. */
export function readEnvironment(): { apiOrigin: string; isDevelopment: boolean } {
  return {
    apiOrigin: process.env.API_ORIGIN ?? "http://127.0.0.1:8000",
    isDevelopment: process.env.NODE_ENV === "development",
  };
}
