import { InvalidInput } from "#platform";

export class DeskInUse extends InvalidInput {
  constructor() {
    super(
      "desk_in_use",
      "This database has events or clients. A made-up history goes into an empty one only: give HOLDFAST_DATA a directory that isn't there yet.",
    );
  }
}
