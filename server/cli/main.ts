import { DomainError } from "#server/errors.ts";
import { repairCounters, verifyCounters } from "./counters.ts";
import { printRoles } from "./database-roles.ts";
import { demo } from "./demo.ts";
import { doctor } from "./doctor.ts";
import { help } from "./help.ts";
import { createWorkspaceCommand } from "./workspace-create.ts";
import { WrongOption } from "./wrong-option.ts";

const commands: Record<string, (args: string[]) => Promise<number>> = {
  "workspace create": createWorkspaceCommand,
  "counters verify": verifyCounters,
  "counters repair": repairCounters,
  "database roles": printRoles,
  doctor,
  demo,
};

process.exit(await main(process.argv.slice(2)));

/** `npm run -s svar -- …`: runs the command that the words name. Returns the exit code: 0 done, 1 failed, 2 misused. */
async function main(args: string[]): Promise<number> {
  const name = [args.slice(0, 2).join(" "), args[0] ?? ""].find((words) => words in commands);
  if (!name) {
    console.error(help);
    return args.length === 0 || args[0] === "help" || args[0] === "--help" ? 0 : 2;
  }
  try {
    return await commands[name]!(args.slice(name.split(" ").length));
  } catch (error) {
    console.error(inWords(error));
    return error instanceof DomainError || error instanceof WrongOption || isMisuse(error) ? 2 : 1;
  }
}

function inWords(error: unknown): string {
  if (error instanceof DomainError) return error.field ? `${error.field}: ${error.message}` : error.message;
  return error instanceof Error ? error.message : String(error);
}

/** What node:util parseArgs throws for an unknown or incomplete option. */
function isMisuse(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
