export { fillStaff } from "./many-staff.ts";
export { type DemoPeople, demoPeople } from "./people.ts";
export { demoPath, demoRoutes } from "./routes-demo.ts";
