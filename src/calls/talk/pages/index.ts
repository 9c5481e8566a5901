export { TalkPage } from "./talk.tsx";
