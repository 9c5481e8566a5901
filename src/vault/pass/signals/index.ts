export { type PassSignal, passSignals } from "./store.ts";
