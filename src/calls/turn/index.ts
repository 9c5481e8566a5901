export { iceServersFor, type Turn, turnOf, turnSettings } from "./turn.ts";
