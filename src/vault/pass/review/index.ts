export { closeReview } from "./closing.ts";
export { drawReviewer, mayReview } from "./reviewer.ts";
