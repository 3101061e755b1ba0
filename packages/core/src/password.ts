import { randomBytes } from 'node:crypto';
import { invalid } from '@tddh/domain/refusal';
import type { Settings } from '@tddh/domain/settings';

/** Loaded where a password is looked at: most starts of a function look at none. */
const argon2 = () => import('hash-wasm');

/** argon2id with 19 MiB and 2 passes (OWASP Password Storage Cheat Sheet); the hash carries its parameters. */
export async function hashPassword(password: string): Promise<string> {
  const { argon2id } = await argon2();
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
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const { argon2Verify } = await argon2();
  return argon2Verify({ password: password.normalize('NFC'), hash });
}

/** A hash that no password has: verified where the account does not exist, so that both take the same time. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Characters that a password has at least: fewer where a second factor stands beside it. */
export function leastOf(settings: Settings, factor: boolean): number {
  return factor ? settings.factorPasswordLength : settings.passwordLength;
}

/** Refuses a password of fewer characters. @throws Refusal `invalid` */
export function refuseShort(password: string, least: number): void {
  if (password.length >= least) return;
  throw invalid('password', `Mật khẩu cần ít nhất ${least} ký tự. Một câu dễ nhớ là tốt nhất.`);
}
