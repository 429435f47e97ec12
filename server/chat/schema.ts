import { z } from "zod";
import { refusal } from "#server/refusal.ts";
import { shapes } from "./choices.ts";

const mostOfName = 60;

const name = z
  .string()
  .trim()
  .min(1, refusal("channelName"))
  .max(mostOfName, refusal("tooLong", { most: mostOfName }));

const wrongAddress = refusal("webhook");

const address = z
  .string()
  .trim()
  .max(2_000, wrongAddress)
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, username, password, pathname, search } = new URL(text);
    const isWeb = protocol === "https:" || protocol === "http:";
    return isWeb && !username && !password && pathname.length + search.length > 1;
  }, wrongAddress);

const content = {
  name,
  shape: z.enum(shapes, refusal("channelShape")),
  saysWords: z.boolean().default(false),
};

export const AddChannel = z.object({ ...content, address });
export type AddChannel = z.infer<typeof AddChannel>;

/** Without an address it keeps the one it has. */
export const ChangeChannel = z.object({
  ...content,
  channelId: z.uuid(),
  address: z.union([z.literal("").transform(() => undefined), address]).optional(),
});
export type ChangeChannel = z.infer<typeof ChangeChannel>;

export const ChannelId = z.object({ channelId: z.uuid() });
export type ChannelId = z.infer<typeof ChannelId>;

export const ChatMessageId = z.object({ messageId: z.uuid() });
export type ChatMessageId = z.infer<typeof ChatMessageId>;
