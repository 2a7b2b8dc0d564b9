/** A sentence of another report as official documents in Chinese print it: figures without spaces around them. */
export function tight(sentence: string): string {
  return sentence.replace(
    /(?<=[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFFEF]) (?=\d)|(?<=[\d%]) (?=[\u4E00-\u9FFF])/g,
    '',
  );
}
