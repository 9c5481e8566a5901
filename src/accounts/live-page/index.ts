export { liveScript } from "./live-script.ts";
export { Away, KeyList, LiveScript } from "./pages/index.ts";
export { changeStream } from "./routes-stream.ts";
