import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** The tenant column every table of a workspace starts its keys with. */
export const workspaceId = () => uuid("workspace_id").notNull();

/** A UUIDv7 made by the application (db/id.ts). */
export const id = () => uuid("id").notNull();

/** A moment in UTC, read as a `Date`. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Bytes as they are (`bytea`). */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Words that PostgreSQL made of a text for searching (`tsvector`); the application never reads them. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
