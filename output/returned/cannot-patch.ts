/** A workbook is built in a way that we do not change a part of safely: it comes back as a copy instead. */
export class CannotPatch extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'CannotPatch';
  }
}
