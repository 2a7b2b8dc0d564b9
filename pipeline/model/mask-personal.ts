import { isIdentityNumber, isMobileNumber, masked, passesCardCheck } from './personal-number.ts';

/**
 * Hides mobile, identity and bank card numbers but for their ends, wherever they stand in a text. Identity and card
 * numbers are told from project codes and amounts by their check digit.
 */
export function maskPersonal(text: string): string {
  if (!/\d{11}/.test(text)) return text;
  return text.replace(longDigits, (digits) => {
    if (isMobileNumber(digits)) return masked(digits, 3, 4);
    if (isIdentityNumber(digits)) return masked(digits, 6, 2);
    if (/^62\d{14,17}$/.test(digits) && passesCardCheck(digits)) return masked(digits, 4, 4);
    return digits;
  });
}

// Digits among letters of a hash, or beside a decimal point, are no numbers of a person.
const longDigits = /(?<![0-9A-Fa-f.])\d{11,19}[Xx]?(?![0-9A-Fa-f]|\.\d)/g;
