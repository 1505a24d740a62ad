/** The timeline: how much happened when, marks, and a slider over both. */
class Timeline {
  /** Half the width of the slider's thumb, within which its ends lie. */
  static INSET = 8;
  /** How near to a mark the slider snaps to it, in pixels. */
  static NEAR = 5;
  static SHAPES = {
    joined: "M5 0L10 10L0 10Z", quit: "M0 0L10 0L5 10Z", paused: "M1 0H4V10H1Z M6 0H9V10H6Z",
    suspected: "M4 0H6V6H4Z M4 8H6V10H4Z", healed: "M0 5A5 5 0 1 0 10 5A5 5 0 1 0 0 5Z", transfer: "M5 0L10 5L5 10L0 5Z",
    killed: "M0 2L2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5Z" };

  constructor(recording, goTo) {
    this.data = recording.data;
    this.events = recording.events;
    this.goTo = goTo;
    this.slider = byId("slider");
    this.slider.min = this.data.from;
    this.slider.max = Math.max(this.data.from + 1, this.data.to);
    this.slider.addEventListener("input", () => this.seek());
    byId("strip").addEventListener("pointermove", event => this.tell(event));
    byId("strip").addEventListener("pointerleave", () => { byId("mark").hidden = true; });
    this.layer = new Layer(byId("marks"), "marks");
    this.offerBookmarks();
    new ResizeObserver(() => this.draw()).observe(byId("strip"));
  }

  /** A button for each moment that somebody marked. */
  offerBookmarks() {
    for (const kept of this.data.bookmarks) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = (clock(kept.at) + " " + kept.word).trim();
      button.addEventListener("click", () => this.goTo(kept.at));
      byId("bookmarks").append(button);
    }
    byId("bookmarks").hidden = this.data.bookmarks.length === 0;
  }

  get width() {
    return byId("strip").clientWidth - 2 * Timeline.INSET;
  }

  xOf(micros) {
    return Timeline.INSET + this.width * (micros - this.data.from) / Math.max(1, this.data.to - this.data.from);
  }

  markNear(x) {
    let best = null;
    for (const mark of this.data.marks) {
      const off = Math.abs(this.xOf(mark.at) - x);
      if (off <= Timeline.NEAR && (!best || off < Math.abs(this.xOf(best.at) - x))) best = mark;
    }
    return best;
  }

  seek() {
    const micros = Number(this.slider.value), mark = this.markNear(this.xOf(micros));
    this.goTo(mark ? mark.at : micros);
  }

  tell(event) {
    const x = event.clientX - byId("strip").getBoundingClientRect().left;
    const micros = this.data.from + (x - Timeline.INSET) / this.width * (this.data.to - this.data.from);
    const mark = this.markNear(x), words = byId("mark");
    const said = mark && this.events[Recording.lastAt(this.events, mark.at)];
    words.textContent = mark && said && said.at === mark.at
      ? mark.symbol + " " + said.time + "  " + said.text : clock(clamp(micros, this.data.from, this.data.to));
    words.hidden = false;
    const half = words.offsetWidth / 2, left = byId("strip").getBoundingClientRect().left;
    words.style.left = clamp(x, half - left + 4, innerWidth - half - left - 4) + "px";
  }

  draw() {
    const high = byId("strip").clientHeight, counts = this.data.activity, most = Math.max(1, ...counts);
    byId("marks").setAttribute("viewBox", `0 0 ${byId("strip").clientWidth} ${high}`);
    this.layer.begin();
    const track = high - 14;
    const tops = counts.map((count, i) => ({
      x: Math.min(this.xOf(this.data.from + (i + 0.5) * this.data.columnMicros), this.xOf(this.data.to)),
      y: track - 14 * Math.sqrt(count / most) }));
    const ends = [{ x: this.xOf(this.data.to), y: track }, { x: Timeline.INSET, y: track }];
    this.layer.put("density", "path", { class: "density", d: path([...tops, ...ends]) + "Z" });
    this.layer.put("track", "rect", { class: "track", x: Timeline.INSET, y: track, width: Math.max(0, this.width), height: 5, rx: 2.5 });
    const last = {};
    this.data.marks.forEach((mark, i) => {
      const x = this.xOf(mark.at);
      if (x - (last[mark.kind] ?? -99) < 9) return;
      last[mark.kind] = x;
      this.layer.put("mark " + i, "path", { class: "mark " + mark.kind, transform: `translate(${rounded(x - 5)} 1)`, d: Timeline.SHAPES[mark.kind] || Timeline.SHAPES.killed });
    });
    this.data.bookmarks.forEach((kept, i) => {
      this.layer.put("bookmark " + i, "path", { class: "bookmark", transform: `translate(${rounded(this.xOf(kept.at) - 4)} 0)`, d: "M0 0H8V12L4 8L0 12Z" });
    });
    this.layer.end();
  }

  show(now) {
    this.slider.value = now;
    const text = clock(now);
    if (byId("time").textContent !== text) {
      byId("time").textContent = text;
      this.slider.setAttribute("aria-valuetext", word("of", text, clock(this.data.to)));
    }
  }
}
