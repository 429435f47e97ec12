import { parseArgs } from "node:util";
import { APIError } from "better-auth/api";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/index.ts";
import { inNewWorkspace, type Runtime, type SignedIn } from "#server/entry.ts";
import { sayRefusal } from "#server/i18n/say-refusal.ts";
import { createWorkspace } from "#server/workspace/create.ts";
import { createApiKey } from "#server/workspace/create-api-key.ts";
import { CreateWorkspace } from "#server/workspace/schema.ts";
import { withRuntime } from "./with-runtime.ts";
import { WrongOption } from "./wrong-option.ts";

const Owner = z.object({
  owner: z.email("Give the owner's e-mail address with --owner."),
  password: z.string("Give a password with --password.").min(8, "The password needs 8 characters or more."),
});

/** `workspace create`: makes workspace, owner and API key, and prints them as one line of JSON. */
export async function createWorkspaceCommand(args: string[]): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { name: text, slug: text, owner: text, password: text } });
  const input = checked(CreateWorkspace, { name: values.name ?? "", slug: values.slug });
  const { owner, password } = checked(Owner, values);
  const made = await withRuntime(async (rt) => {
    const user = await userWith(rt, owner, password);
    const actor = {
      kind: "member",
      userId: user.id,
      role: "admin",
      name: user.name,
      email: user.email,
    } as const;
    return inNewWorkspace(rt, actor, async (ctx) => {
      const workspace = await createWorkspace(ctx, { ...input, ownerId: user.id });
      const { key } = await createApiKey(ctx, { name: "Command line" });
      return { workspace: workspace.slug, apiKey: key };
    });
  });
  console.log(JSON.stringify(made));
  return 0;
}

/** The user with this address, made where there is none. @throws WrongOption when the password is not the user's. */
async function userWith(rt: Runtime, email: string, password: string): Promise<SignedIn> {
  const [known] = await rt.connection.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.email, email.toLowerCase()));
  if (!known) {
    const body = { email, password, name: email.split("@")[0]! };
    const { user } = await rt.auth.api.signUpEmail({ body }).catch((error: unknown) => {
      if (error instanceof APIError) throw new WrongOption("--password", error.message);
      throw error;
    });
    return { id: user.id, name: user.name, email: user.email };
  }
  await rt.auth.api.signInEmail({ body: { email, password } }).catch((error: unknown) => {
    if (error instanceof APIError)
      throw new WrongOption("--password", `${email} has an account already, with another password.`);
    throw error;
  });
  return known;
}

function checked<T>(schema: z.ZodType<T>, values: unknown): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new WrongOption(`--${issue.path.join(".")}`, sayRefusal("en", issue.message));
}
