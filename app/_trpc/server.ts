import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { runtime } from "#server/entry.ts";
import { DomainError, secondFactorField } from "#server/errors.ts";
import { positionNow } from "#server/live/changes.ts";
import { createCaller } from "#server/router.ts";
import { requestContext } from "./request-context.ts";

/** Who asks for the page that is being rendered. */
export const pageContext = cache(async () => requestContext(await headers()));

/** Where the changes stood before the page that is being rendered read anything (server/live/rules.ts). */
export const pagePosition = cache(async () => positionNow((await runtime()).connection.db));

/**
 * The procedures, for server components: `read((api) => api.contact.list({ workspace }))`. An address that asks for what
 * cannot be, such as a page of a list by a wrong cursor, leads nowhere.
 */
export async function read<T>(query: (api: ReturnType<typeof createCaller>) => Promise<T>): Promise<T> {
  const [context] = await Promise.all([pageContext(), pagePosition()]);
  try {
    return await query(createCaller(context));
  } catch (error) {
    if (error instanceof TRPCError && leadsNowhere.has(error.code)) notFound();
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") redirect("/sign-in");
    if (error instanceof TRPCError && isAboutFactor(error.cause)) redirect("/second-factor");
    throw error;
  }
}

const leadsNowhere = new Set(["NOT_FOUND", "BAD_REQUEST"]);

const isAboutFactor = (cause: unknown) => cause instanceof DomainError && cause.field === secondFactorField;
