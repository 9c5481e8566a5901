import { z } from "@hono/zod-openapi";
import { packagedFile, type Settings } from "#platform";

const directory = packagedFile("examples/larkmoor.directory.jws.json");
const key = packagedFile("examples/demo-directory-key.public.json");

export const contactsSettings = {
  DIRECTORY_FILE: {
    schema: z.string().min(1).default(directory),
    about: "signed directory of official contacts",
    remedy: "Give the path of a file that `holdfast directory sign` wrote.",
  },
  DIRECTORY_KEY: {
    schema: z.string().min(1).default(key),
    about: "public key that the directory must be signed with",
    remedy: "Give the path of the public key file that `holdfast key` wrote.",
  },
} satisfies Settings;
