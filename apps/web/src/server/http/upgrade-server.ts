import { createServer, type Server } from "node:http";

/**
 * Where Next may take connections over. Its development server speaks WebSocket with open pages. Otherwise nobody does, and
 * Next would forward such a request to the API past everything that this server does to requests: with the address and the
 * headers that a visitor claims.
 */
export const findUpgradeServer = (server: Server, isDevelopment: boolean): Server =>
  isDevelopment ? server : createServer();
