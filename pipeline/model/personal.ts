/**
 * Hides mobile, identity and bank card numbers but for their ends, wherever they stand in a text. Identity and card
 * numbers are told from project codes and amounts by their check digit.
 */
export function maskPersonal(text: string): string {
  if (!/\d{11}/.test(text)) return text;
  return text.replace(longDigits, (digits) => {
    if (/^1[3-9]\d{9}$/.test(digits)) return masked(digits, 3, 4);
    if (digits.length === 18 && isIdentityNumber(digits)) return masked(digits, 6, 2);
    if (/^62\d{14,17}$/.test(digits) && isCardNumber(digits)) return masked(digits, 4, 4);
    return digits;
  });
}

// Digits among letters of a hash, or beside a decimal point, are no numbers of a person.
const longDigits = /(?<![0-9A-Fa-f.])\d{11,19}[Xx]?(?![0-9A-Fa-f]|\.\d)/g;

function masked(digits: string, head: number, tail: number): string {
  return `${digits.slice(0, head)}${'*'.repeat(digits.length - head - tail)}${digits.slice(-tail)}`;
}

/** GB 11643: the last sign checks the other seventeen, and digits 7 to 14 are a date of birth. */
function isIdentityNumber(digits: string): boolean {
  if (!/^\d{6}(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += Number(digits.charAt(index)) * (2 ** (17 - index) % 11);
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17).toUpperCase();
}

/** ISO/IEC 7812: every second digit from the right doubled, all digits summed, a multiple of ten. */
function isCardNumber(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const weighed = index % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
