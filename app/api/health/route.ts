/** Whether this process answers; it says nothing about what the process stands on. */
export function GET(): Response {
  return Response.json({ healthy: true }, { headers: { "Cache-Control": "no-store" } });
}
