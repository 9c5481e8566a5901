export { headWith, newestHead, type PublishedHead } from "./checkpoint.ts";
export { publishedTile, type TileAsked } from "./tile.ts";
