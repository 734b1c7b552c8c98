/** API: the same commands as JSON under `/api/v1`, described by OpenAPI 3.1 from these definitions. */
import type { Act } from '../db/act.ts';
import type { Text } from '../text/language.ts';
import type { Input } from './input.ts';
import type { Who } from './page.ts';
import type { Visit } from './visit.ts';

type Schema = Readonly<Record<string, unknown>>;

/** One operation. `read` answers a GET; `act` runs in a transaction for the other methods. */
export type Api<In = unknown> = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Path under `/api/v1`, with `:params`. */
  readonly path: string;
  readonly who: Who;
  readonly says: Text;
  /** Query parameters (GET) or body. */
  readonly input?: Input<In>;
  /** JSON Schema of the answer. */
  readonly output: Schema;
  readonly read?: (visit: Visit, input: In) => Promise<unknown>;
  /** The answer is the same for everybody: a replica may be asked. */
  readonly shared?: true;
  /** One thing is looked up by its code: who is not signed in may do so only so often. */
  readonly sought?: true;
  readonly act?: (act: Act, input: In, visit: Visit) => Promise<unknown>;
};

/** Keeps the types of an operation together. */
export const api = <In>(one: Api<In>): Api => one as unknown as Api;

/** The OpenAPI 3.1 description of these operations. */
export function openApi(operations: readonly Api[], title: string): Schema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of operations) {
    const path = `/api/v1${one.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    const inPath = [...one.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    }));
    const schema = one.input?.schema as
      { properties?: Record<string, Schema>; required?: string[] } | undefined;
    const inQuery =
      one.method === 'get' && schema?.properties
        ? Object.entries(schema.properties).map(([name, property]) => ({
            name,
            in: 'query',
            required: schema.required?.includes(name) ?? false,
            schema: property,
          }))
        : [];
    (paths[path] ??= {})[one.method] = {
      summary: one.says.en,
      description: one.says.vi,
      parameters: [...inPath, ...inQuery],
      ...(one.method !== 'get' &&
        schema && { requestBody: { required: true, content: { 'application/json': { schema } } } }),
      responses: {
        200: { description: 'OK', content: { 'application/json': { schema: one.output } } },
        default: { description: 'Problem', content: { 'application/json': { schema: problemSchema } } },
      },
    };
  }
  return { openapi: '3.1.0', info: { title, version: '1' }, paths };
}

const problemSchema = {
  type: 'object',
  required: ['message'],
  properties: {
    message: { type: 'string' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};
