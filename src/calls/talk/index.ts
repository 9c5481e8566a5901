export { ownCall, talkRoutes } from "./routes-talk.ts";
