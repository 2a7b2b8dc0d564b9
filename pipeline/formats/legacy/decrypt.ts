import { decrypt } from 'officecrypto-tool';

/**
 * The content of a file with a password; null when none of the passwords opens it. Runs in the child process only:
 * a file may ask for any number of rounds of hashing.
 */
export async function decryptWithAny(
  bytes: Uint8Array,
  passwords: readonly string[],
): Promise<Uint8Array | null> {
  for (const password of passwords) {
    if (password === '') continue;
    try {
      return await decrypt(Buffer.from(bytes), { password });
    } catch (error) {
      // The library says in these words that the password is not the one; anything else is a fault of the file.
      if (error instanceof Error && /password is incorrect/i.test(error.message)) continue;
      throw error;
    }
  }
  return null;
}
