export { AskPage, type AskPageProps, passPath } from "./ask.tsx";
export { HistoryPage, type HistoryPageProps } from "./history.tsx";
export { PassPage, type PassPageProps } from "./pass.tsx";
export { ReviewsPage, type ReviewsPageProps, reviewsPath, type ShownReview } from "./reviews.tsx";
export { SecondPersonButton } from "./second-person.tsx";
