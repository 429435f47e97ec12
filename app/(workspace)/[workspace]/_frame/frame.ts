import { cache } from "react";
import { read } from "#app/_trpc/server.ts";

/** The workspace at this address and who is here in it; asked once for a page, however many parts need it. */
export const frameOf = cache((workspace: string) => read((api) => api.workspace.frame({ workspace })));
