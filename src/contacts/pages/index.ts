export { CheckPage } from "./check.tsx";
export { CheckForm } from "./check-form.tsx";
export { ContactsPage, type PublishedDirectory } from "./contacts.tsx";
export { ResultPage } from "./result.tsx";
