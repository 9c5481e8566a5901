export { type TimelineEvent, timelineOf } from "./store.ts";
