import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** argon2id with 19 MiB and 2 passes (OWASP Password Storage Cheat Sheet); the hash carries its parameters. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({
    password: password.normalize('NFC'),
    salt: randomBytes(16),
    parallelism: 1,
    iterations: 2,
    memorySize: 19_456,
    hashLength: 32,
    outputType: 'encoded',
  });
}

/** Whether the password is the one of the hash. */
export function verifyPassword(password: string, hash: string): Promise<boolean> {
  return argon2Verify({ password: password.normalize('NFC'), hash });
}

/** A hash that no password has: verified where the account does not exist, so that both take the same time. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
