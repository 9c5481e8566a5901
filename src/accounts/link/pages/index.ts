export { AskingPage, DonePage, type LinkWords } from "./link.tsx";
