/** Sizes in points: 二号, 三号, 四号, 五号. */
export const size2 = 22;
export const size3 = 16;
export const size4 = 14;
export const size5 = 10.5;

/** 22 lines within 225 mm: 28.95 points, in twentieths of a point. */
export const linePitch = 579;

/** Characters of the body (16 points) in twentieths of a point. */
export function twip(characters: number): number {
  return Math.round(characters * size3 * 20);
}

/** Millimetres in twentieths of a point. */
export function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** Styles of an official document; in a file each is called `official-…`. */
export type StyleName =
  | 'title'
  | 'subtitle'
  | 'plain'
  | 'body'
  | 'heading'
  | 'lead'
  | 'tableText'
  | 'tableHead'
  | 'pageNumber';
