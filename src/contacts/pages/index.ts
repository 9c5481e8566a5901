export { CheckPage } from "./check.tsx";
export { CheckForm } from "./check-form.tsx";
export { ContactsPage } from "./contacts.tsx";
export { ResultPage } from "./result.tsx";
