export { RequestLines, RequestsPage, requestsPath } from "./requests.tsx";
