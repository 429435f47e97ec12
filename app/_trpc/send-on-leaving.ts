/** Calls a procedure with a request that outlives its page; nobody hears what it answers. */
export function sendOnLeaving(procedure: "draft.save" | "presence.end", input: object): void {
  fetch(`/api/trpc/${procedure}`, {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  })
    // A browser keeps an answer that nobody reads for as long as the tab is open.
    .then((answer) => answer.arrayBuffer())
    .catch(() => {});
}
