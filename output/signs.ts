/** Lamps as shape and word besides colour, so that they survive print in black and white. */
export const lampShapes = { red: '■', yellow: '▲', green: '●', blue: '◆' } as const;

/** Colours of lamps as RGB hex: a ground to print on, and a sign dark enough to read on it (contrast over 4.5:1). */
export const lampColours = {
  red: { ground: 'FBE3E0', sign: 'A61B14' },
  yellow: { ground: 'FFF1CC', sign: '7A5200' },
  green: { ground: 'E1F2E5', sign: '1E6B34' },
  blue: { ground: 'E0ECF8', sign: '1B4F8A' },
} as const;

/** Shapes of the levels of a guarantee: those of the lamps, for red comes in three. */
export const guaranteeShapes = { green: '●', yellow: '▲', red1: '■', red2: '■', red3: '■' } as const;

/** Shapes of severities, for the same reason. */
export const severityShapes = { error: '■', warning: '▲', notice: '○', undecidable: '?' } as const;

/** Shapes of the states of a unit. */
export const stateShapes = { passed: '●', returned: '▲', explain: '◆', missing: '○', unread: '■' } as const;
