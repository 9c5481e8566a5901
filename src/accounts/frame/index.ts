export { accountFrame, answerRefusal } from "./routes-frame.ts";
