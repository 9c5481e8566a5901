export { ClientCard, ticketsPath } from "./card.tsx";
export { LookPage } from "./look.tsx";
