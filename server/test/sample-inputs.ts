import { z } from "zod";

type Schema = z.core.JSONSchema.JSONSchema;
type Shape = Exclude<Schema, boolean>;

/** A value for the place `path` (property names, outermost first); undefined where its schema alone tells what will do. */
export type Given = (path: readonly string[], schema: Shape) => unknown;

/** What `given` returns for a property that is not sent. */
export const leaveOut = Symbol("left out");

const branches = 7;
const texts = ["Sample", "sample", "a1b2c3", "2026-11-30", "2026-11-30T09:00:00Z", "order.delivered", "9"];

type Input = Record<string, unknown>;

/**
 * Inputs that all of `schemas` take at once, made from what these say of themselves: every branch of a union is in one of
 * them, with every property that can be sent; and each property that can be left out is the only one of these in another.
 * @throws when there is none, with the first complaint: then `given` must know more.
 */
export function sampleInputs(schemas: readonly z.ZodType[], given: Given): Input[] {
  const described = schemas.map(describe);
  const whole = Array.from({ length: branches }, (_, nth) =>
    Object.assign({}, ...described.map((schema) => sample(schema, [], { given, nth }))),
  ) as Input[];
  const needed = new Set(described.flatMap((schema) => (schema as Shape).required ?? []));
  const optional = Object.keys(whole[0] ?? {}).filter((name) => !needed.has(name));
  const lean = [[], ...optional.map((name) => [name])].map((names) =>
    Object.fromEntries(
      Object.entries(whole[0] ?? {}).filter(([name]) => needed.has(name) || names.includes(name)),
    ),
  );
  const found = new Map<string, Input>();
  let complaint: unknown;
  for (const input of [...whole, ...lean]) {
    const refused = schemas.map((schema) => schema.safeParse(input)).find(({ success }) => !success);
    if (refused) complaint ??= refused.error?.issues[0];
    else found.set(JSON.stringify(input), input);
  }
  if (found.size === 0) throw new Error(`no input can be made: ${JSON.stringify(complaint)}`);
  return [...found.values()];
}

const describe = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });

type Making = { given: Given; nth: number };

function sample(schema: Schema | undefined, path: readonly string[], making: Making): unknown {
  if (schema === undefined || typeof schema === "boolean") return undefined;
  const known = path.length > 0 ? making.given(path, schema) : undefined;
  if (known !== undefined) return known;
  if ("const" in schema) return schema.const;
  if (schema.enum) return schema.enum[making.nth % schema.enum.length];
  const choices = (schema.anyOf ?? schema.oneOf)?.filter((one) => (one as Shape).type !== "null");
  if (choices) return sample(choices[making.nth % choices.length] as Schema, path, making);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => sample(one, path, making)));
  return sampleOf[String(schema.type)]?.(schema, path, making);
}

const sampleOf: Record<string, (schema: Shape, path: readonly string[], making: Making) => unknown> = {
  object: (schema, path, making) =>
    Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .map(([name, property]) => [name, sample(property as Schema, [...path, name], making)] as const)
        .filter(([, value]) => value !== undefined && value !== leaveOut),
    ),
  array: (schema, path, making) => {
    const one = sample(schema.items as Schema, path, making);
    return one === undefined ? [] : [one];
  },
  string: (schema, path) => {
    if (schema.format === "uuid") throw new Error(`${path.join(".")} names something: say what`);
    if (schema.format === "email") return "sample@customer.example";
    if (schema.format === "date") return "2026-11-30";
    if (schema.format === "date-time") return "2026-11-30T09:00:00Z";
    const pattern = schema.pattern ? new RegExp(schema.pattern, "u") : /^/;
    return texts.find((text) => pattern.test(text)) ?? texts[0];
  },
  integer: (schema) => numberOf(schema),
  number: (schema) => numberOf(schema),
  boolean: (_, __, { nth }) => nth % 2 === 1,
};

const numberOf = ({ minimum = 1, maximum = 10 }: Shape) =>
  Math.min(Math.max(1, Number(minimum)), Number(maximum));
