/** Calls a procedure with a request that outlives its page; nobody hears what it answers. */
export function sendOnLeaving(procedure: "draft.save" | "presence.end", input: object): void {
  fetch(`/api/trpc/${procedure}`, {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  }).catch(() => {});
}
