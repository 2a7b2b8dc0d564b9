/** Whether digits are a mobile number of the mainland, without its country code. */
export function isMobileNumber(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits);
}

/** Whether 18 signs are an identity number: a date of birth among them, and the last checks the others (GB 11643-1999). */
export function isIdentityNumber(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(digits))
    return false;
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += Number(digits.charAt(index)) * (2 ** (17 - index) % 11);
  return '10X98765432'.charAt(sum % 11) === digits.charAt(17).toUpperCase();
}

/** Whether digits pass the check of bank cards (Luhn, ISO/IEC 7812-1): every second one from the right doubled, a sum of tens. */
export function passesCardCheck(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const weighed = index % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** Digits with all but their first and last ones hidden: `138****8000`. */
export function masked(digits: string, head: number, tail: number): string {
  return digits.slice(0, head) + '*'.repeat(digits.length - head - tail) + digits.slice(-tail);
}
