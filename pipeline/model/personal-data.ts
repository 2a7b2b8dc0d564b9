import { isIdentityNumber, isMobileNumber, masked, passesCardCheck } from './personal-number.ts';
import type { Text } from './text.ts';

/** A number that tells a person, already masked: the number itself goes no further than this file. */
export interface PersonalNumber {
  readonly kind: 'mobile' | 'identity' | 'bank';
  readonly masked: string;
}

/** What each kind is called in sentences. */
export const personalNumberNames: Readonly<Record<PersonalNumber['kind'], Text>> = {
  mobile: { zh: '手机号', en: 'mobile number' },
  identity: { zh: '身份证号', en: 'identity number' },
  bank: { zh: '银行卡号', en: 'bank card number' },
};

/**
 * Mobile numbers, identity numbers (18 digits, by their check digit: GB 11643-1999) and bank cards (16 to 19 digits, by
 * the Luhn check digit: ISO/IEC 7812-1) in a text, also where digits are grouped by spaces or hyphens.
 */
export function personalNumbersIn(text: string): readonly PersonalNumber[] {
  if (!hasLongRun(text)) return [];
  const plain = text.normalize('NFKC');
  return [...plain.matchAll(runOfDigits)].flatMap(([run]) => {
    const whole = numberOf(run.replace(/[ -]/g, ''));
    if (whole !== null) return [whole];
    // Several numbers side by side.
    return run.split(/[ -]/).flatMap((part) => numberOf(part) ?? []);
  });
}

/** Digits, by themselves or in groups. What goes on behind a point, or is counted in yuan or square metres, is a figure. */
const runOfDigits =
  /(?<![\dA-Za-z])\d(?:[ -]?\d)*(?:[ -]?[Xx](?![A-Za-z\d]))?(?![ -]?\d|\.\d| ?(?:元|万元|亿元|平方|立方|m2|公里))/g;

/**
 * Whether a text has ten digits on end, spaces and hyphens between them left aside: cheap, and true of every text with
 * such a number. What is neither of ASCII nor Chinese may be a digit or a space in another width.
 */
function hasLongRun(text: string): boolean {
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isDigit = code >= 0x30 && code <= 0x39;
    const isOther = code > 0x7f && (code < 0x3001 || code > 0x9fff);
    if (isDigit || isOther) run += 1;
    else if (code !== 0x20 && code !== 0x2d) run = 0;
    if (run === 10) return true;
  }
  return false;
}

function numberOf(digits: string): PersonalNumber | null {
  const mobile = digits.replace(/^(?:00)?86(?=1)/, '');
  if (isMobileNumber(mobile)) return { kind: 'mobile', masked: masked(mobile, 3, 4) };
  if (isIdentityNumber(digits)) return { kind: 'identity', masked: masked(digits, 3, 2) };
  if (/^[3-6]\d{15,18}$/.test(digits) && passesCardCheck(digits))
    return { kind: 'bank', masked: masked(digits, 4, 4) };
  return null;
}
