import { DomainError } from "#server/errors.ts";
import { help } from "./help.ts";
import { WrongOption } from "./wrong-option.ts";

type Command = (args: string[]) => Promise<number>;

/** Each brings in no more than it needs. */
const commands: Record<string, () => Promise<Command>> = {
  "workspace create": async () => (await import("./workspace-create.ts")).createWorkspaceCommand,
  "counters verify": async () => (await import("./counters.ts")).verifyCounters,
  "counters repair": async () => (await import("./counters.ts")).repairCounters,
  "database roles": async () => (await import("./database-roles.ts")).printRoles,
  doctor: async () => (await import("./doctor.ts")).doctor,
  demo: async () => (await import("./demo.ts")).demo,
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
    const command = await commands[name]!();
    return await command(args.slice(name.split(" ").length));
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
