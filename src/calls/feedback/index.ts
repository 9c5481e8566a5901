export { AfterLink } from "./pages/index.ts";
export { feedbackRoutes } from "./routes-feedback.ts";
