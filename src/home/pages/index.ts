export { HomePage } from "./home.tsx";
export { ProblemPage } from "./problem.tsx";
