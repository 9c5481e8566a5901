export { type IceServers, iceServersFor, type Turn, turnOf, turnSettings } from "./turn.ts";
