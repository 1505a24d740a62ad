/** The ladder of a transfer: the sender at the left, the receiver at the right, time downwards. */
class Ladder {
  static TOP = 28;
  static LEFT = 112;
  static RIGHT = 80;
  static LABELS_APART = 11.5;

  constructor(recording) {
    this.ladders = recording.data.ladders;
    this.view = byId("ladder-view");
    this.svg = byId("ladder-drawing");
    this.choice = byId("transfer");
    const options = [["", word("latest")], ...this.ladders.map((ladder, i) => [i, clock(ladder.at) + "  " + ladder.script.title])];
    this.choice.replaceChildren(...options.map(([value, text]) => {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = text;
      return option;
    }));
    this.layer = new Layer(this.svg, "rows");
    this.choice.addEventListener("change", () => { this.count = -1; this.show(this.now); });
    this.view.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.view);
    byId("ladder").querySelector("details").addEventListener("toggle", () => this.say());
    this.now = 0;
    this.ladder = null;
    this.count = -1;
  }

  /** Of transfers at the same time, one that a user asked for is shown rather than a copy. */
  latest() {
    const begun = this.ladders.filter(ladder => ladder.at <= this.now);
    return begun.findLast(ladder => ladder.asked) || begun.at(-1) || null;
  }

  show(now) {
    const went = now !== this.now;
    this.now = now;
    if (byId("ladder").hidden) return;
    const ladder = this.choice.value === "" ? this.latest() : this.ladders[this.choice.value];
    const rows = ladder ? ladder.script.rows : [];
    let count = 0;
    for (let to = rows.length; count < to;) {
      const middle = (count + to) >> 1;
      if (rows[middle].atMicros <= now) count = middle + 1; else to = middle;
    }
    const open = this.pending && now >= this.pending;
    if (ladder === this.ladder && count === this.count && !open) return;
    this.ladder = ladder;
    this.count = count;
    if (went) this.scroll(rows);
    this.draw();
    this.say();
  }

  scroll(rows) {
    const last = rows[this.count - 1], y = last ? last.y + Ladder.TOP + 60 : 0;
    if (y < this.view.scrollTop + 60 || y > this.view.scrollTop + this.view.clientHeight) {
      this.sizeTo();
      this.view.scrollTop = Math.max(0, y - this.view.clientHeight * 0.8);
    }
  }

  sizeTo() {
    const height = this.ladder ? this.ladder.script.height + Ladder.TOP + 60 : 0;
    this.svg.style.height = Math.max(height, this.view.clientHeight - 4) + "px";
  }

  draw() {
    if (byId("ladder").hidden) return;
    const none = this.ladders.length === 0 ? word("noTransfer") : word("notYet");
    const script = this.ladder && this.ladder.script;
    const left = script && script.leftOut ? " " + word("leftOut", script.leftOut) : "";
    byId("ladder-notice").textContent = script ? script.title + ". " + script.notice + left : none;
    this.sizeTo();
    const width = this.view.clientWidth, top = this.view.scrollTop, bottom = top + this.view.clientHeight;
    this.svg.setAttribute("width", width);
    this.layer.begin();
    this.pending = 0;
    if (script) {
      const left = Ladder.LEFT, right = Math.max(left + 60, width - Ladder.RIGHT);
      const end = Math.max(bottom, script.height + Ladder.TOP);
      for (const x of [left, right]) this.layer.put("rail " + x, "line", { class: "rail", x1: x, x2: x, y1: top + Ladder.TOP, y2: end });
      this.labelled = [-99, -99];
      script.rows.slice(0, this.count).forEach((row, i) => {
        if (row.endY + Ladder.TOP > top - 20 && row.y + Ladder.TOP < bottom + 20) this.row(row, i, left, right);
      });
      this.layer.put("top", "rect", { class: "top", x: 0, y: top, width, height: Ladder.TOP - 4 });
      this.layer.put("sender", "text", { class: "name", x: left, y: top + 13 }, script.sender);
      this.layer.put("receiver", "text", { class: "name", x: right, y: top + 13 }, script.receiver);
      this.layer.root.append(...["top", "sender", "receiver"].map(name => this.layer.known.get(name).element));
    }
    this.layer.end();
  }

  row(row, i, left, right) {
    const y = rounded(row.y + Ladder.TOP), endY = rounded(row.endY + Ladder.TOP);
    if (row.shape === "RUN") {
      this.layer.put(i, "rect", { class: "run", x: left + 1, y: y + 2, width: right - left - 2, height: Math.max(2, endY - y - 4) });
      this.layer.put(i + " text", "text", { class: "run-text", x: (left + right) / 2, y: (y + endY) / 2 }, row.label);
    } else if (row.shape === "TIME_OUT") {
      this.pendingAt(row);
      const to = row.endMicros <= this.now ? endY : y + 14;
      this.layer.put(i, "path", { class: "bracket", d: `M50 ${y}H41V${to}H50` });
      if (row.endMicros <= this.now) this.layer.put(i + " text", "text", { class: "label end", x: 37, y: (y + endY) / 2 }, row.label);
    } else {
      this.arrow(row, i, left, right, y, endY);
    }
  }

  /** Remembers when the next thing that is drawn comes to its end. */
  pendingAt(row) {
    if (row.endMicros > this.now) this.pending = Math.min(this.pending || Infinity, row.endMicros);
  }

  arrow(row, i, left, right, y, endY) {
    this.pendingAt(row);
    const back = row.shape === "ACKNOWLEDGEMENT", from = back ? right : left, to = back ? left : right;
    const known = row.endMicros <= this.now;
    const arrived = known && row.outcome === "ARRIVED", lost = known && (row.outcome === "DROPPED" || row.outcome === "LOST");
    const style = lost ? "lost" : back ? "ack" : row.shape === "AGAIN" ? "again" : "segment";
    const half = rounded(from + 0.52 * (to - from));
    let d;
    if (arrived) {
      const length = Math.hypot(to - from, endY - y), x1 = (to - from) / length, y1 = (endY - y) / length;
      const base = { x: to - 7 * x1, y: endY - 7 * y1 };
      d = `M${from} ${y}L${to} ${endY}M${rounded(base.x - 2.6 * y1)} ${rounded(base.y + 2.6 * x1)}L${to} ${endY}L${rounded(base.x + 2.6 * y1)} ${rounded(base.y - 2.6 * x1)}`;
    } else {
      d = `M${from} ${y}L${half} ${y + 7}` + (lost ? `m-4 -4l8 8m-8 0l8 -8` : "");
    }
    this.layer.put(i, "path", { class: "arrow " + style + (arrived || lost ? "" : " open"), d });
    const side = back ? 1 : 0;
    if (y - this.labelled[side] >= Ladder.LABELS_APART) {
      this.labelled[side] = y;
      this.layer.put(i + " text", "text", { class: "label " + style + (back ? "" : " end"), x: back ? right + 7 : left - 8, y }, row.label);
    }
  }

  say() {
    const words = byId("ladder-words");
    if (!words.parentElement.open) return;
    const rows = this.ladder ? this.ladder.script.rows.slice(Math.max(0, this.count - 30), this.count) : [];
    words.replaceChildren(...rows.reverse().map(row => {
      const item = document.createElement("li");
      item.textContent = clock(row.atMicros) + "  " + row.words;
      return item;
    }));
  }
}
