import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';

/** What one operation costs: units as AWS counts them, milliseconds of this process, bytes of the answer. */
export interface Cost {
  /** Requests to the table. */
  requests: number;
  reads: number;
  writes: number;
  ms: number;
  bytes: number;
}

interface Row {
  [attribute: string]: unknown;
}
interface Write {
  Put?: { Item: Row };
  Update?: { Key: Row };
  Delete?: { Key: Row };
  ConditionCheck?: { Key: Row };
}

/**
 * The units of a write: each begun kB of the row, twice in a transaction, and once more for each index that holds
 * it. The embedded table does not count the indexes of a transaction, so it is counted here from what is sent.
 */
function writeUnits(row: Row, transaction: boolean): number {
  const size = Math.ceil(Buffer.byteLength(JSON.stringify(row)) / 1024);
  const held = Object.keys(row).filter((name) => /^gsi\d+pk$/.test(name)).length;
  return size * ((transaction ? 2 : 1) + held);
}

/** Counts from now on what a client asks of the table. */
export function metered(client: DynamoDBClient): Cost {
  const cost: Cost = { requests: 0, reads: 0, writes: 0, ms: 0, bytes: 0 };
  client.middlewareStack.add(
    (next) => async (call) => {
      const input = call.input as { ReturnConsumedCapacity?: string; TransactItems?: Write[]; Item?: Row };
      input.ReturnConsumedCapacity = 'TOTAL';
      const answer = await next(call);
      cost.requests += 1;
      const told = (answer.output as { ConsumedCapacity?: Units | Units[] }).ConsumedCapacity;
      const units = [told].flat().reduce((sum, one) => sum + (one?.CapacityUnits ?? 0), 0);
      if (input.TransactItems) {
        for (const write of input.TransactItems) {
          cost.writes += writeUnits(write.Put?.Item ?? write.Update?.Key ?? {}, true);
        }
      } else if (input.Item) cost.writes += writeUnits(input.Item, false);
      else if ('Key' in input && 'UpdateExpression' in input) cost.writes += units;
      else cost.reads += units;
      return answer;
    },
    { step: 'initialize', name: 'bill' },
  );
  return cost;
}
interface Units {
  CapacityUnits?: number;
}

/** Bytes of a value as AWS counts them. */
function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.L) return value.L.reduce((sum, one) => sum + 1 + sizeOf(one), 3);
  const entries = Object.entries(value.M ?? {});
  return entries.reduce(
    (sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + sizeOf(one),
    value.M ? 3 : 1,
  );
}

/** Bytes of the table and of its indexes, with the 100 that AWS adds to every row and every row of an index. */
export async function bytesOf(client: DynamoDBClient, TableName: string): Promise<number> {
  let bytes = 0;
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
    );
    for (const row of page.Items ?? []) {
      const held = Object.keys(row).filter((name) => /^gsi\d+pk$/.test(name)).length;
      bytes += (sizeOf({ M: row }) + 100) * (1 + held);
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return bytes;
}
