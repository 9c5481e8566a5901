export { keepCertificate } from "./certificate.ts";
