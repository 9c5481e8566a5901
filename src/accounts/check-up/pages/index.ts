export { CheckUpPage } from "./check-up.tsx";
