/** Works that a board's cover shows. */
export const COVER_WORKS = 8;
export const COVER_ROW_HEIGHT = 84;
export const COVER_GAP = 4;
export const COVER_ROWS = 2;
