export { CheckPage } from "./check.tsx";
export { CheckForm } from "./check-form.tsx";
export { ContactsPage, ContactsUnavailablePage, type PublishedDirectory } from "./contacts.tsx";
export { ResultPage } from "./result.tsx";
