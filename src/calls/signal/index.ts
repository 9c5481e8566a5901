export { type Heard, Listening } from "./listening.ts";
export { callStream } from "./routes-stream.ts";
export { signalSchema } from "./signal.ts";
export { sendSignal } from "./signalling.ts";
export { legFor, maySignal, type Speaker } from "./speaker.ts";
export { signalsAfter } from "./store.ts";
