/** Words that sound unlike each other. None is in BIP-39's list: nobody is to learn to speak such words to a caller. */
export const wordList: readonly string[] = [
  "aardvark",
  "bodyguard",
  "cumulus",
  "dashboard",
  "egghead",
  "flatfoot",
  "gazelle",
  "hydraulic",
  "islander",
  "kiwi",
  "locale",
  "microscope",
];
