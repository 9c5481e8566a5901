export { fillStaff } from "./many-staff.ts";
export { demoPeople } from "./people.ts";
export { demoPath, demoRoutes } from "./routes-demo.ts";
