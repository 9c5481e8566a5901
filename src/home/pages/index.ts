export { HomePage, type HomePageProps } from "./home.tsx";
export { ProblemPage } from "./problem.tsx";
export { StaffPlaces } from "./staff-places.tsx";
