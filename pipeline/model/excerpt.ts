/** A unit's words short enough to stand inside a sentence: on one line, cut with … after `length` characters. */
export function excerpt(text: string, length = 24): string {
  const characters = [...text.trim().replace(/\s+/g, ' ')];
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length).join('')}…`;
}
