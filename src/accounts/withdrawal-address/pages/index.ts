export { AddressesPage, addressesPath } from "./addresses.tsx";
export { NewAddressPage, type NewAddressPageProps } from "./new-address.tsx";
