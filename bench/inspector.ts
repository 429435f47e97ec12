/**
 * Asks a process something through the inspector that it listens with, and returns what it answers
 * (https://chromedevtools.github.io/devtools-protocol/v8).
 */
export async function askInspector<T>(inspector: number, method: string, params: object = {}): Promise<T> {
  const [target] = (await (await fetch(`http://127.0.0.1:${inspector}/json/list`)).json()) as [
    { webSocketDebuggerUrl: string },
  ];
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener("open", resolve));
  const answered = new Promise<MessageEvent<string>>((resolve) =>
    socket.addEventListener("message", resolve),
  );
  socket.send(JSON.stringify({ id: 1, method, params }));
  const { result } = JSON.parse((await answered).data) as { result: T };
  socket.close();
  return result;
}
