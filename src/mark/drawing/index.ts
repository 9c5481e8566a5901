export { TileDrawer } from "./tile-drawer.ts";
