import type { Db } from "#db/client.ts";
import { atTheDoor, type Sight } from "#server/context.ts";
import { notFound, secondFactorNeeded, signedOut } from "#server/errors.ts";
import { figures } from "#server/metrics/figures.ts";
import { type Listener, type Lost, readAccess } from "./access.ts";
import { readChanges } from "./changes.ts";
import type { LiveKind, LiveMessage } from "./events.ts";
import { heardBy } from "./heard-by.ts";
import { createSpaced } from "./spaced.ts";
import type { Subscriber } from "./subscribe.ts";

/** Every stream is told this often that it is well, and its access looked at: a member who lost it hears nothing after 5 s (RELIABILITY.md I5), and one who sees another part of it asks anew. */
const beatMs = 3_000;

/** While changes keep coming, the streams of a workspace are told twice a second, however many processes announce something. */
const spacingMs = 500;

export type LiveStreams = {
  /**
   * What changes for `listener` after the position `since`, as an endless sequence that ends with `signal`; it begins
   * with what was missed. Whoever sees their own teams' things only hears of those only. A slow reader gets what came meanwhile as one message.
   * @throws UNAUTHENTICATED once the session has ended, NOT_FOUND once its user is no member any more, FORBIDDEN once the
   * workspace demands a second factor that they do not have.
   */
  follow(listener: Listener, since: string | null, signal: AbortSignal): AsyncGenerator<LiveMessage, void>;
  /** How many streams are open. */
  count(): number;
  close(): Promise<void>;
};

type Stream = Listener & {
  /** Until which it was told; null before it was told anything. */
  position: string | null;
  fresh: boolean;
  /** What its listener saw when it was told last, in one word; undefined before. */
  sight: string | undefined;
  waiting: Set<LiveKind | "resync">;
  due: boolean;
  lost: Lost | null;
  wake(): void;
};

type StreamsOptions = {
  db: Db;
  subscriber: Subscriber;
  clock: () => Date;
  onError: (error: unknown) => void;
};

/**
 * The live streams of this process. What it hears on its LISTEN connection, and else its own beat, only makes it read
 * what changed since it told its streams last: one statement for all of them, and one that says who may hear it.
 */
export function createLiveStreams({ db, subscriber, clock, onError }: StreamsOptions): LiveStreams {
  const streams = new Set<Stream>();
  const asked = new Set<string>();
  let beat = false;
  let busy = false;
  let reading = Promise.resolve();

  const spaced = createSpaced(spacingMs, ask);
  const unsubscribe = subscriber.subscribe("all", (event) => {
    if (event === "resync") askAll();
    else spaced.ask(event.workspaceId);
  });
  const beating = setInterval(askAll, beatMs);

  function ask(workspaceId: string): void {
    asked.add(workspaceId);
    if (!busy) reading = readAsked();
  }
  function askAll(): void {
    if (streams.size === 0) return;
    beat = true;
    if (!busy) reading = readAsked();
  }

  /** One reading at a time; what is asked for meanwhile is read together afterwards. */
  async function readAsked(): Promise<void> {
    busy = true;
    while (beat || asked.size > 0) {
      const [toAll, workspaces] = [beat, new Set(asked)];
      beat = false;
      asked.clear();
      const chosen = [...streams].filter((one) => toAll || workspaces.has(one.workspaceId));
      if (chosen.length > 0) await tell(chosen, toAll).catch(onError);
    }
    busy = false;
  }

  async function tell(chosen: Stream[], toAll: boolean): Promise<void> {
    await atTheDoor(db, async (tx) => {
      const groups = Map.groupBy(chosen, (one) => `${one.workspaceId} ${one.position}`);
      const sinces = [...groups.values()].map(([one]) => ({ ...one!, position: one!.position ?? "" }));
      const { position, changed } = await readChanges(tx, sinces);
      const told = [...groups.values()].flatMap((group, at) =>
        group
          .filter((one) => toAll || one.fresh || changed[at] === "resync" || changed[at]!.kinds.length > 0)
          .map((one) => ({ one, what: changed[at]! })),
      );
      const access = await readAccess(
        tx,
        told.map(({ one }) => one),
        clock(),
      );
      for (const [at, { one, what }] of told.entries()) {
        const theirs = access.get(at);
        if (theirs?.why) one.lost = theirs.why;
        else {
          const sight = theirs?.sight ?? null;
          const heard = hasTurned(one, sight) ? "resync" : heardBy(what, sight);
          one.position = position;
          if (!toAll && !one.fresh && heard.length === 0) continue;
          one.fresh = false;
          for (const kind of heard === "resync" ? (["resync"] as const) : heard) one.waiting.add(kind);
        }
        one.due = true;
        one.wake();
      }
    });
  }

  return {
    async *follow(listener, since, signal) {
      const one: Stream = {
        ...listener,
        position: since,
        fresh: true,
        sight: undefined,
        waiting: new Set(),
        due: false,
        lost: null,
        wake() {},
      };
      const stop = () => {
        streams.delete(one);
        one.wake();
      };
      signal.addEventListener("abort", stop);
      streams.add(one);
      figures().streams.set(streams.size);
      ask(one.workspaceId);
      try {
        while (true) {
          if (!one.due && !signal.aborted) await new Promise<void>((resolve) => (one.wake = resolve));
          if (signal.aborted) return;
          if (one.lost) throw ends[one.lost]();
          yield take(one);
        }
      } finally {
        streams.delete(one);
        figures().streams.set(streams.size);
        signal.removeEventListener("abort", stop);
      }
    },
    count: () => streams.size,
    async close() {
      clearInterval(beating);
      unsubscribe();
      spaced.stop();
      await reading;
    },
  };
}

/** Whether the listener of a stream sees another part of the workspace than when it was told last; notes what they see now. */
function hasTurned(one: Stream, sight: Sight | null): boolean {
  const [before, now] = [one.sight, JSON.stringify(sight)];
  one.sight = now;
  return before !== undefined && before !== now;
}

const ends = {
  removed: () => notFound("workspace"),
  signed_out: signedOut,
  factor: secondFactorNeeded,
} satisfies Record<Lost, () => Error>;

function take(one: Stream): LiveMessage {
  const kinds = [...one.waiting];
  one.waiting.clear();
  one.due = false;
  const changed = kinds.includes("resync") ? "resync" : kinds.filter((kind) => kind !== "resync");
  return { position: one.position!, changed };
}
