export { forLeads, holdsOffer } from "./offer.ts";
