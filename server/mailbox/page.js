// Keeps the list live, shows times in the reader's own zone, and gives the mail the height it needs.
const list = document.getElementById("list");

function localTimes(scope) {
  const today = new Date().toDateString();
  for (const element of scope.querySelectorAll("time")) {
    const at = new Date(element.dateTime);
    const long = "long" in element.dataset;
    const options = long
      ? { dateStyle: "full", timeStyle: "medium" }
      : at.toDateString() === today
        ? { timeStyle: "short" }
        : { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" };
    element.textContent = at.toLocaleString("en-GB", options);
  }
}

async function refresh() {
  const query = new URLSearchParams({ q: list.dataset.search, shown: list.dataset.shown });
  const answer = await fetch(`/list?${query}`);
  if (!answer.ok) return;
  const scrolled = list.scrollTop;
  list.innerHTML = await answer.text();
  list.scrollTop = scrolled;
  localTimes(list);
}

function fitHeight(frame) {
  frame.style.height = "0";
  const needed = (frame.contentDocument?.documentElement.scrollHeight ?? 0) + 2;
  frame.style.height = `${Math.min(Math.max(needed, 160), 4000)}px`;
}

localTimes(document);
new EventSource("/events").onmessage = refresh;
for (const frame of document.querySelectorAll("iframe")) {
  frame.addEventListener("load", () => fitHeight(frame));
  if (frame.contentDocument?.readyState === "complete") fitHeight(frame);
}
