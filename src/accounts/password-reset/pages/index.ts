export { AskPage, OpenPage, SavedPage, SentPage } from "./reset.tsx";
