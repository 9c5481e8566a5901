export { hasTalked } from "./feedback.ts";
export { AfterLink } from "./pages/index.ts";
export { feedbackRoutes } from "./routes-feedback.ts";
