/** How large a picture may be when it is unpacked: twice what a good telephone takes. */
export const pixelsMax = 40_000_000;
/** The longest side of what is kept, in pixels. */
export const sideMax = 4_096;
/** A page of a document is drawn at this many pixels for each point of 1/72 inch, or smaller. */
export const pageScale = 2;
export const pageSideMax = 2_400;
export const pagesMax = 20;
/** The longest text file, in UTF-16 units: the guard reads all of it. */
export const textLettersMax = 50_000;
/** How much text of a document the guard reads; one with more isn't taken. */
export const documentLettersMax = 200_000;
