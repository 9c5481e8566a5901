export { ChangePasswordPage } from "./change-password.tsx";
export { AddressField, PasswordField } from "./password-fields.tsx";
