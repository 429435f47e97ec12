import { memberProcedure, router } from "#server/trpc.ts";
import { addChannel } from "./add.ts";
import { changeChannel } from "./change.ts";
import { endChannel } from "./end.ts";
import { findAnswer, getChannel, listChannels } from "./queries.ts";
import { AddChannel, ChangeChannel, ChannelId, ChatMessageId } from "./schema.ts";
import { sendTest } from "./send-test.ts";

const viewer = memberProcedure("viewer");
const manager = memberProcedure("manager");

export const chatRouter = router({
  list: viewer.query(({ ctx }) => listChannels(ctx.svar)),
  get: manager.input(ChannelId).query(({ ctx, input }) => getChannel(ctx.svar, input.channelId)),
  add: manager.input(AddChannel).mutation(({ ctx, input }) => addChannel(ctx.svar, input)),
  change: manager.input(ChangeChannel).mutation(({ ctx, input }) => changeChannel(ctx.svar, input)),
  end: manager.input(ChannelId).mutation(({ ctx, input }) => endChannel(ctx.svar, input)),
  sendTest: manager.input(ChannelId).mutation(({ ctx, input }) => sendTest(ctx.svar, input)),
  answer: manager.input(ChatMessageId).query(({ ctx, input }) => findAnswer(ctx.svar, input.messageId)),
});
