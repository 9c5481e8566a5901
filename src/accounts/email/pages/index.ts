export { EmailPage, type EmailPageProps } from "./email.tsx";
