import { keptKeys } from './wiring.ts';

/** A service of AWS, as IAM names it. */
export type Service = 'dynamodb' | 's3' | 'ssm' | 'events' | 'sqs';

/** What somebody did on AWS, told to IAM's names. */
export interface Use {
  /** As `service:Action`. */
  action: string;
  /** The partition key where it deleted a row. */
  deleted?: string;
  /** Where it deleted, updated or may have put over what only grows: under which keys. */
  harms?: string;
}

/** A key, or a row with it, as it is sent: plain or in DynamoDB's own types. */
interface Row {
  pk?: unknown;
  sk?: unknown;
}
interface Write {
  Key?: Row;
  Item?: Row;
  ConditionExpression?: string;
}
interface Input extends Write {
  TransactItems?: Record<string, Write>[];
}

const parts: Readonly<Record<string, string>> = {
  ...{ Get: 'GetItem', Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem' },
  ...{ ConditionCheck: 'ConditionCheckItem', HeadObject: 'GetObject', ListObjectsV2: 'ListBucket' },
};

/** The uses of one call: a transaction is a use for each of its parts. */
export function usesOf(service: Service, operation: string, input: object): Use[] {
  const sent = input as Input;
  const calls: [string, Write][] = operation.startsWith('Transact')
    ? (sent.TransactItems ?? []).flatMap((item) => Object.entries(item))
    : [[operation, sent]];
  return calls.map(([call, write]) => {
    const action = parts[call] ?? call;
    const named = { action: `${service}:${action}` };
    return service === 'dynamodb' ? { ...named, ...aimOf(action, write) } : named;
  });
}

/** Rows of history and of the audit log, by their sort key. */
const grown = /^\$(?:life#history|file#file|audit)_1#/;

function aimOf(action: string, { Key, Item, ConditionExpression }: Write): Omit<Use, 'action'> {
  const pk = textOf((Key ?? Item)?.pk);
  const sk = textOf((Key ?? Item)?.sk);
  const under = (keys: readonly string[]) => keys.find((key) => pk.startsWith(key));
  const kept = under(keptKeys.DeleteItem);
  if (action === 'DeleteItem') return { deleted: pk.slice(0, 40), ...(kept ? { harms: kept } : {}) };
  const changes = action === 'UpdateItem' || (action === 'PutItem' && !ConditionExpression);
  const harms =
    (action === 'UpdateItem' && under(keptKeys.UpdateItem)) || (changes && grown.test(sk) && kept);
  return harms ? { harms } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ((value as { S?: string } | undefined)?.S ?? '');
}
