import { readInput } from '@tddh/domain/input';
import { Refusal } from '@tddh/domain/refusal';
import { validator } from 'hono-openapi';
import type { GenericSchema } from 'valibot';

/** The document shows what is sent, before a schema trims it; checks that JSON Schema cannot say are left out. */
const options = { options: { errorMode: 'ignore', typeMode: 'input' } } as never;

/** The JSON body by its schema, at the door and in the OpenAPI document. @throws Refusal `invalid` with every fault */
export const body = <S extends GenericSchema>(schema: S) =>
  validator('json', schema, (result) => refuse(schema, result), options);

/** The query by its schema. @throws Refusal `invalid` */
export const query = <S extends GenericSchema>(schema: S) =>
  validator('query', schema, (result) => refuse(schema, result), options);

function refuse(schema: GenericSchema, result: { success: boolean; data?: unknown }): undefined {
  if (result.success) return;
  const read = readInput(schema, result.data);
  throw read instanceof Refusal ? read : new Refusal('invalid', 'Thông tin gửi lên chưa đúng.');
}
