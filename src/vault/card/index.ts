export { cardRoutes, clientCard } from "./routes-card.ts";
