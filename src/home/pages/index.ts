export { HomePage, type HomePageProps } from "./home.tsx";
export { ProblemPage } from "./problem.tsx";
