export { AddressesPage, type AddressesPageProps, addressesPath } from "./addresses.tsx";
export { NewAddressPage, type NewAddressPageProps } from "./new-address.tsx";
