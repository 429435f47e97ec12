import { z } from "@hono/zod-openapi";
import { caseState, messageDirection } from "#db/schema/index.ts";
import { waysToCome } from "#server/case/choices.ts";
import type { listCases } from "#server/case/list.ts";
import type { getCase } from "#server/case/queries.ts";
import { CauseShape } from "./causes.ts";
import { asContactWish, ContactWishShape, DriversShape, Id, Moment } from "./schema.ts";

const Contact = z.object({ id: Id, name: z.string().nullable(), email: z.string().nullable() });

const brief = {
  id: Id,
  state: z.enum(caseState.enumValues),
  openedAt: Moment,
  dueAt: Moment,
  firstReplyAt: Moment.nullable(),
  assigneeId: z.string().nullable(),
  cameBy: z.enum(waysToCome).nullable().openapi({
    description: "How the customer came, where no answer opened the case but a colleague noted it.",
  }),
  contact: Contact.nullable(),
  mergedInto: Id.nullable().openapi({ description: "The case that has taken this one in." }),
};

/** A case as lists have it. */
export const CaseInList = z
  .object({ ...brief, score: z.int().nullable(), comment: z.string().nullable() })
  .openapi("CaseInList");

const Message = z
  .object({
    id: Id,
    direction: z.enum(messageDirection.enumValues).openapi({
      description: "`in` from the customer, `out` to the customer, `note` among colleagues.",
    }),
    text: z.string(),
    at: Moment,
    from: z.string().nullable().openapi({ description: "An address, or else a name." }),
  })
  .openapi("Message");

/** A case with everything that was said. */
export const CaseWhole = z
  .object({
    ...brief,
    response: z
      .object({
        id: Id,
        score: z.int(),
        comment: z.string().nullable(),
        drivers: DriversShape,
        contactWish: ContactWishShape,
        answeredAt: Moment,
        version: z.int(),
      })
      .nullable(),
    said: z
      .string()
      .nullable()
      .openapi({ description: "What the customer said who came without an answer." }),
    messages: z.array(Message),
    closure: z
      .object({ cause: CauseShape.nullable(), outcome: z.string(), closedAt: Moment })
      .nullable()
      .openapi({
        description:
          "How it ended; null unless it is closed. Without a cause it is closed because its customer had their data erased.",
      }),
  })
  .openapi("Case");

type Listed = Awaited<ReturnType<typeof listCases>>["cases"][number];
type Found = Awaited<ReturnType<typeof getCase>>;

export function inList(row: Listed): z.infer<typeof CaseInList> {
  const { id, state, assigneeId, cameBy, mergedInto, score } = row;
  return {
    ...{ id, state, assigneeId, cameBy, mergedInto, score, comment: row.comment ?? row.said },
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    firstReplyAt: row.firstReplyAt?.toISOString() ?? null,
    contact: row.contactId ? { id: row.contactId, name: row.contactName, email: row.contactEmail } : null,
  };
}

export function whole(found: Found): z.infer<typeof CaseWhole> {
  const { case: one, response, customer, messages, closures } = found;
  const closure = closures.find(({ reopenedAt }) => reopenedAt === null);
  return {
    ...{ id: one.id, state: one.state, assigneeId: one.assigneeId, cameBy: one.cameBy },
    mergedInto: one.mergedInto,
    said: found.origin?.said ?? null,
    openedAt: one.openedAt.toISOString(),
    dueAt: one.dueAt.toISOString(),
    firstReplyAt: one.firstReplyAt?.toISOString() ?? null,
    contact: customer && { id: customer.id, name: customer.name, email: customer.email },
    response: response && {
      ...{ id: response.id, score: response.score, comment: response.comment, version: response.version },
      drivers: found.drivers,
      contactWish: asContactWish(response),
      answeredAt: response.answeredAt.toISOString(),
    },
    messages: messages.filter(hasLeft(found)).map((message) => ({
      ...{ id: message.id, direction: message.direction, text: message.text },
      at: message.at.toISOString(),
      from: message.fromAddress ?? message.fromName ?? authorOf(message.authorId, found.colleagues),
    })),
    closure: closure
      ? { cause: closure.cause, outcome: closure.outcome, closedAt: closure.closedAt.toISOString() }
      : null,
  };
}

/** A reply that its writer may still take back has not been said. */
const hasLeft =
  ({ held }: Found) =>
  ({ id }: { id: string }) =>
    !held.some(({ messageId }) => messageId === id);

function authorOf(authorId: string | null, colleagues: Found["colleagues"]): string | null {
  return colleagues.find(({ id }) => id === authorId)?.email ?? null;
}
