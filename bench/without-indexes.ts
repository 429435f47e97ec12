import type postgres from "postgres";

/**
 * Fills tables without their indexes and makes these again at the end, sorted at once: each row more costs its place in
 * every index otherwise, which for millions takes longer than all the rest. Primary keys stay where foreign keys refer
 * to them.
 */
export async function withoutIndexes(
  owner: postgres.Sql,
  tables: string[],
  fill: () => Promise<void>,
): Promise<void> {
  const keys = await owner<{ table: string; name: string; definition: string }[]>`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint AS key
    WHERE conrelid = ANY (${tables}::regclass[]) AND contype = 'p'
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND confrelid = key.conrelid)`;
  const indexes = await owner<{ name: string; definition: string }[]>`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index
    WHERE indrelid = ANY (${tables}::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`;
  for (const { table, name } of keys) await owner.unsafe(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await owner.unsafe(`DROP INDEX ${name}`);
  await fill();
  await owner`SET maintenance_work_mem = '2GB'`;
  for (const { table, name, definition } of keys)
    await owner.unsafe(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const { definition } of indexes) await owner.unsafe(definition);
}
