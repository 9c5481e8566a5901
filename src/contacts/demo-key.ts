/** The key under `examples/` whose private half everybody has: a directory that it signed proves nothing. */
export const demoDirectoryKeyId = "5v-rAj1emvEC0cA-67ffvaqDDU38oypSOVXfEjqFc1c";
