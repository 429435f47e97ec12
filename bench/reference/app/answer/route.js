import postgres from "postgres";

const sql = postgres(process.env.REFERENCE_DATABASE_URL, { max: 10, onnotice: () => {} });

/** One insert and one update in one statement, and nothing else. */
export async function POST(request) {
  const form = new URLSearchParams(await request.text());
  await sql`
    WITH answer AS (
      INSERT INTO reference_answers (invitation, score, comment)
      VALUES (${Number(form.get("invitation"))}, ${Number(form.get("score"))}, ${form.get("comment")})
      ON CONFLICT (invitation) DO UPDATE SET score = excluded.score, comment = excluded.comment
      RETURNING invitation
    )
    UPDATE reference_invitations SET answered_at = now() FROM answer WHERE id = answer.invitation`;
  return new Response(null, { status: 303, headers: { location: "/thanks" } });
}
