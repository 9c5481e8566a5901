export { AfterPage, ThanksPage, type Typed, textLettersMax } from "./after.tsx";
export { AfterLink } from "./link.tsx";
