export const dynamic = "force-dynamic";

const page = "x".repeat(Number(process.env.REFERENCE_BYTES ?? 7000));

export function GET() {
  return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
}
