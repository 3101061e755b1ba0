/**
 * True for an address that a letter may be sent to: one plain mailbox, without a name, comments, quotes or line ends,
 * so that it can begin no other header and name no second receiver (RFC 5321: at most 254 characters).
 */
export function isAddress(text: string): boolean {
  const [local = '', host = '', ...more] = text.split('@');
  return (
    more.length === 0 &&
    text.length <= 254 &&
    /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i.test(local) &&
    local.length <= 64 &&
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/i.test(host)
  );
}
