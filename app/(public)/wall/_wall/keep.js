// Keeps a board on the wall: reads the figures again, says how old they are, turns the pages, spares the screen.
(() => {
  const second = 1_000;
  const minute = 60 * second;
  const root = document.documentElement;
  const { version, refresh, rotate, night, theme } = document.body.dataset;
  const [screen, sheet, board, live, age, clock] = ["screen", "sheet", "board", "live", "age", "clock"].map(
    (id) => document.getElementById(id),
  );
  const born = Date.now();
  // Screens of one wall do not all load themselves again in the same minute.
  const quietMinute = Math.floor(Math.random() * 60);
  let heardAt = born;
  let turnedAt = born;
  let movedAt = born;
  let page = 0;
  let stopped = false;
  let reading = false;
  let shown = "";
  let timer;

  async function read() {
    if (reading) return;
    reading = true;
    clearTimeout(timer);
    const pause = await take().catch(() => {
      say(false);
      return Math.min(refresh * second, 10 * second);
    });
    reading = false;
    timer = setTimeout(read, pause);
  }

  /** One reading; returns the milliseconds until the next. Whatever is not ours to say is thrown and tried again. */
  async function take() {
    const answer = await fetch(`${location.pathname}/now${location.search}`, {
      cache: "no-store",
      signal: AbortSignal.timeout(20 * second),
    });
    const kind = answer.headers.get("x-board");
    if (kind === "locked") location.reload();
    if (kind !== "figures" && kind !== "gone") throw new Error("no board");
    const markup = await answer.text();
    const theirs = answer.headers.get("x-board-version");
    if (theirs !== version && Date.now() - born > 5 * minute) location.reload();
    if (markup !== shown) {
      shown = markup;
      board.innerHTML = markup;
      document.title = board.querySelector("h1").textContent;
      show();
    }
    heardAt = Date.now();
    root.classList.toggle("gone", kind === "gone");
    say(true);
    return kind === "gone" ? 5 * minute : refresh * second;
  }

  function say(heard) {
    root.classList.toggle("lost", !heard);
    live.textContent = heard ? live.dataset.live : live.dataset.lost;
    tick();
  }

  function tick() {
    const now = new Date();
    clock.textContent = now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    age.textContent = ageOf(now - heardAt);
    spare(now);
    if (rotate > 0 && !stopped && now - turnedAt >= rotate * second) turn(1);
    const heard = !root.classList.contains("lost");
    if (heard && now - born > 90 * minute && now.getHours() === 4 && now.getMinutes() === quietMinute)
      location.reload();
  }

  function ageOf(ms) {
    const [seconds, minutes, hours] = [second, minute, 60 * minute].map((unit) => Math.floor(ms / unit));
    if (seconds < 5) return age.dataset.justnow;
    if (minutes < 1) return age.dataset.seconds.replace("{n}", seconds);
    if (hours < 1) return age.dataset.minutes.replace("{n}", minutes);
    return age.dataset.hours.replace("{n}", hours);
  }

  /** No picture burns in, the night is dark where that is wished, and no pointer stands in the way. */
  function spare(now) {
    const step = Math.floor(now / (10 * minute)) % 4;
    sheet.style.transform = `translate(${step === 1 || step === 2 ? 2 : 0}px, ${step > 1 ? 2 : 0}px)`;
    root.classList.toggle("idle", now - movedAt >= 3 * second);
    if (!night) return;
    const [from, to] = night.split("-").map(Number);
    const hour = now.getHours();
    const isNight = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    root.dataset.theme = isNight ? "dark" : theme;
  }

  function turn(by) {
    page += by;
    turnedAt = Date.now();
    screen.classList.add("turning");
    show();
    setTimeout(() => screen.classList.remove("turning"), 200);
  }

  function show() {
    const pages = [...board.querySelectorAll(".page")];
    if (pages.length === 0) return;
    page = (page + pages.length) % pages.length;
    for (const [index, one] of pages.entries()) one.classList.toggle("on", index === page);
  }

  addEventListener("online", read);
  addEventListener("mousemove", () => {
    movedAt = Date.now();
    root.classList.remove("idle");
  });
  addEventListener("keydown", ({ key }) => {
    if (!(rotate > 0)) return;
    if (key === " ") stopped = !stopped;
    if (key === "ArrowRight") turn(1);
    if (key === "ArrowLeft") turn(-1);
  });
  show();
  tick();
  setInterval(tick, second);
  timer = setTimeout(read, refresh * second);
})();
