import { rolesForPsql } from "#db/roles.ts";

/** `database roles`: prints what a superuser runs before the first migration. It needs no database and no environment. */
export async function printRoles(): Promise<number> {
  console.log(rolesForPsql);
  return 0;
}
