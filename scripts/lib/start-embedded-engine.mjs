import { join } from "node:path";

/** Starts the engine of DATA_DIR: behind a wall, or without one at the port that DYNAMODB_PORT fixes. */
export async function startEmbeddedEngine({ enginePort, endpointFile, dataDir }) {
  const [{ startEngine }, { startPrivateEngine }] = await Promise.all(
    ["start-engine", "start-private-engine"].map((file) => import(`../../packages/local-db/dist/${file}.js`)),
  );
  const dbPath = join(dataDir, "engine");
  if (enginePort === null) return startPrivateEngine({ dbPath, endpointFile });
  console.warn(
    `DYNAMODB_PORT is set: any program here, and any web page opened here, can read and change the database at 127.0.0.1:${enginePort}.`,
  );
  return startEngine({ port: enginePort, dbPath });
}
