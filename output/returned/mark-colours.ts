/** Grounds of marked cells: the red and the yellow that spreadsheets themselves offer for bad and neutral. */
export const markColours = { error: 'FFC7CE', warning: 'FFEB9C' } as const;
