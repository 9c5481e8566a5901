export { CallsPage, type DoneKey, listPath } from "./list.tsx";
export { QuestionPage, StopPage } from "./question.tsx";
export { TimesPage } from "./times.tsx";
export { type WishCodes, WishPage } from "./wish.tsx";
