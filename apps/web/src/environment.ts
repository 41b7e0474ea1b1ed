/** The only place of the site that reads `process.env`; read at run time, so one build serves every deployment. */
export function readEnvironment(): { apiOrigin: string; isDevelopment: boolean } {
  return {
    apiOrigin: process.env.API_ORIGIN ?? "http://127.0.0.1:8000",
    isDevelopment: process.env.NODE_ENV === "development",
  };
}
