import { loadDemonstration } from "#server/demo/load.ts";
import { withRuntime } from "./with-runtime.ts";

/** `demo`: loads the demonstration workspaces, once however often it is run, and says how to sign in. */
export async function demo(): Promise<number> {
  const { loaded, appUrl } = await withRuntime(async (rt) => ({
    loaded: await loadDemonstration(rt),
    appUrl: rt.env.APP_URL,
  }));
  for (const { name, slug } of loaded.workspaces) console.log(`${name}: ${appUrl}/${slug}`);
  console.log(`sign in with ${loaded.email} and the password ${loaded.password}`);
  return 0;
}
