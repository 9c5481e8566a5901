export { accountPages } from "./pages/index.ts";
export { accountFrame, answerRefusal } from "./routes-frame.ts";
