export { type Proposal, proposalsMax, propose } from "./propose.ts";
