/** The ring: what stands on the circle, and what moves on it. */
class Ring {
  static CHANGED_MICROS = 3e6;
  static MISSED_MICROS = 7e5;
  static FADE_MICROS = 5e6;
  static PACE_MICROS = 26e4;
  static NUMBER_FITS = 9.5;
  static MOST_NUMBERED = 24;

  constructor(recording, select) {
    this.recording = recording;
    this.svg = byId("drawing");
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.edgesShown = [true, true, true, false];
    this.selected = null;
    this.hovered = null;
    this.about = [];
    this.turns = new Map();
    this.layers = {};
    for (const name of ["back", "edges", "lit", "chords", "dots", "files", "peers", "badges", "labels"]) {
      this.layers[name] = new Layer(this.svg, name);
    }
    const peerOf = event => event.target.closest("[data-peer]");
    this.svg.addEventListener("pointermove", event => {
      const peer = peerOf(event);
      this.hover(peer ? Number(peer.dataset.peer) : null);
    });
    this.svg.addEventListener("pointerleave", () => this.hover(null));
    this.svg.addEventListener("click", event => {
      const chosen = event.target.closest("[data-peer],[data-file]");
      select(chosen ? chosen.dataset : {});
    });
    new ResizeObserver(() => { this.stale = true; this.resized(); }).observe(this.svg);
    this.stale = true;
  }

  resized() {}

  hover(peer) {
    if (peer !== this.hovered) {
      this.hovered = peer;
      this.stale = true;
      this.resized();
    }
  }

  /** Draws a moment; the kinds are those that have changed since the last one. */
  draw(now, kinds, seconds) {
    this.now = now;
    const still = !this.stale && !["peer", "file"].some(kind => kinds.has(kind));
    if (!still) {
      this.peers = new Map(this.recording.all("peer").map(peer => [peer.id, peer]));
      this.files = this.recording.all("file");
    }
    const moving = this.glide(seconds);
    this.gliding = moving;
    const fading = [...this.peers.values()].some(peer => peer.until && peer.until - now < Ring.FADE_MICROS);
    const settling = now < this.settledAt;
    if (!still || moving || fading || settling || this.wasSettling) this.drawStill();
    this.wasSettling = settling;
    if (kinds.has("middle") || this.stale) this.drawMiddle();
    if (kinds.has("light")) this.drawLights();
    this.drawMoving();
    this.stale = false;
  }

  glide(seconds) {
    let moving = false;
    const share = this.calm.matches ? 1 : 1 - Math.exp(-seconds / 0.12);
    for (const peer of this.peers.values()) {
      const was = this.turns.get(peer.id), off = was === undefined ? 0 : nearest(was, peer.turn);
      moving = moving || Math.abs(off) > 1e-4;
      this.turns.set(peer.id, Math.abs(off) < 1e-4 ? peer.turn : wrap(was + share * off));
    }
    for (const id of this.turns.keys()) if (!this.peers.has(id)) this.turns.delete(id);
    return moving;
  }

  isAlive(peer) {
    return peer && peer.until === undefined;
  }

  radiusOf(id) {
    return this.circle.disc * (this.isAlive(this.peers.get(id)) ? 1 : 0.68);
  }

  isLit(id) {
    const chosen = this.isAlive(this.peers.get(this.hovered)) ? this.hovered
      : this.isAlive(this.peers.get(this.selected)) ? this.selected : null;
    return chosen === null || chosen === id;
  }

  drawStill() {
    const box = this.svg.getBoundingClientRect();
    this.svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
    this.circle = new Circle(box.width, box.height, [...this.peers.values()].map(peer => peer.turn));
    this.svg.style.setProperty("--label", this.circle.label + "px");
    const middle = byId("middle");
    const width = rounded(2 * 0.9 * this.circle.clearance) + "px";
    if (middle.style.maxWidth !== width) middle.style.maxWidth = width;
    const { back } = this.layers;
    back.begin();
    back.put("circle", "circle", { class: "circle", cx: this.circle.x, cy: this.circle.y, r: this.circle.radius });
    this.drawRange(back);
    back.end();
    this.drawEdges();
    this.drawFiles();
    this.drawPeers();
    this.drawLabels();
  }

  /** Draws the ids that the selected peer answers for, from its predecessor's to its own. */
  drawRange(back) {
    const peer = this.peers.get(this.selected);
    if (!this.isAlive(peer) || !this.turns.has(peer.predecessors[0])) return;
    const begin = this.turns.get(peer.predecessors[0]), span = clockwise(begin, this.turns.get(peer.id));
    const points = Array.from({ length: 49 }, (_, i) =>
      this.circle.at(begin + span * i / 48, this.circle.radius + this.circle.outside + 2));
    back.put("range", "path", { class: "range", d: path(points) });
  }

  drawEdges() {
    const { edges } = this.layers;
    this.settledAt = 0;
    edges.begin();
    for (const peer of this.peers.values()) {
      if (!this.isAlive(peer)) continue;
      const from = this.turns.get(peer.id);
      [...[0, 1].map(i => peer.successors[i]), ...[0, 1].map(i => peer.predecessors[i])].forEach((to, kind) => {
        if (!this.edgesShown[kind] || to === undefined || to === peer.id || !this.turns.has(to)) return;
        const target = this.turns.get(to);
        const curve = kind === 0 ? Curve.first(this.circle, from, target)
          : kind === 1 ? Curve.second(this.circle, from, target)
          : Curve.predecessor(this.circle, from, target, kind - 1);
        const since = peer.changed && peer.changed[kind];
        const isNew = since != null && this.now >= since && this.now < since + Ring.CHANGED_MICROS;
        if (isNew) this.settledAt = Math.max(this.settledAt, since + Ring.CHANGED_MICROS);
        const look = !this.peers.get(to).answers ? " broken" : isNew ? " changed" : "";
        const lit = this.isLit(peer.id) ? "" : " unlit";
        const names = ["first-successor", "second-successor", "first-predecessor", "second-predecessor"];
        const points = curve.points(this.radiusOf(peer.id) + 1, this.radiusOf(to) + 2);
        const name = peer.id + " " + kind, style = names[kind] + look + lit;
        edges.put(name, "path", { class: "edge " + style, d: path(points) });
        edges.put(name + " head", "path", { class: "head " + style, d: this.head(points, kind, to) });
      });
    }
    edges.end();
  }

  head(points, kind, to) {
    const length = clamp(this.radiusOf(to) * 0.62, 2.5, kind === 0 ? 12 : 7), tip = points.at(-1);
    let before = tip;
    for (let i = points.length - 2; i >= 0 && Math.hypot(tip.x - before.x, tip.y - before.y) < length; i--) before = points[i];
    const distance = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
    const x = (tip.x - before.x) / distance, y = (tip.y - before.y) / distance, side = length * 0.45;
    const base = { x: tip.x - x * length, y: tip.y - y * length };
    return path([tip, { x: base.x - y * side, y: base.y + x * side }, { x: base.x + y * side, y: base.y - x * side }]) + "Z";
  }

  drawFiles() {
    const { files } = this.layers;
    files.begin();
    const out = this.circle.radius + this.circle.outside + 8 + (this.circle.disc < Ring.NUMBER_FITS ? 24 : 0);
    const diamond = (name, point, size, attributes) => files.put(name, "path", {
      d: `M${rounded(point.x)} ${rounded(point.y - size)}l${size} ${size}l${-size} ${size}l${-size} ${-size}Z`, ...attributes });
    for (const file of this.files) {
      const chosen = file.number === this.chosenFile ? " selected" : "";
      diamond("file " + file.number, this.circle.at(file.turn, out), 5.5, { class: "file" + chosen, "data-file": file.number });
      if (chosen) {
        const mark = style => id => {
          if (this.turns.has(id)) {
            diamond("holder " + id, this.circle.at(this.turns.get(id), this.circle.radius - this.circle.disc - 11), 6, { class: style });
          }
        };
        file.owners.forEach(mark("holder"));
        file.copies.forEach(mark("holder copy"));
      }
    }
    files.end();
  }

  drawPeers() {
    const { peers } = this.layers;
    peers.begin();
    for (const peer of this.peers.values()) {
      const { x, y } = this.circle.at(this.turns.get(peer.id)), radius = rounded(this.radiusOf(peer.id));
      const name = "peer " + peer.id, style = "peer " + peer.look;
      const opacity = peer.until ? rounded(clamp((peer.until - this.now) / Ring.FADE_MICROS, 0, 1)) : 1;
      const common = { "data-peer": peer.id, opacity };
      const centre = { cx: rounded(x), cy: rounded(y) };
      if (peer.id === this.selected || this.about.includes(peer.id)) {
        peers.put(name + " halo", "circle", { ...centre, r: radius + 6, class: peer.id === this.selected ? "halo" : "halo about" });
      }
      peers.put(name, "circle", { ...common, ...centre, r: radius, class: style });
      if (peer.missed > 0) {
        const around = 2 * Math.PI * (radius + 4), part = around * Math.min(1, peer.missed / peer.limit);
        peers.put(name + " misses", "circle", { ...common, ...centre, r: radius + 4, class: "misses",
          "stroke-dasharray": rounded(part) + " " + rounded(around), transform: `rotate(-90 ${centre.cx} ${centre.cy})` });
      }
      if (peer.look === "paused") {
        const high = rounded(Math.max(4, radius * 0.45)), wide = rounded(high / 3), low = rounded(y + radius - high / 2);
        for (const side of [-1, 1]) {
          peers.put(name + " bar " + side, "rect", { ...common, class: "bar", x: rounded(x + side * high / 2.6 - wide / 2), y: low, width: wide, height: high });
        }
      }
      if (radius >= Ring.NUMBER_FITS) {
        peers.put(name + " number", "text", { ...common, x: centre.cx, y: centre.cy, class: "number " + peer.look,
          "font-size": Math.round(Math.min(16, radius * 0.62 + 1)) }, String(peer.id));
      }
    }
    peers.end();
  }

  /** Words beside peers come first, then numbers, then files; what would overlap moves out or is left out. */
  drawLabels() {
    const { labels } = this.layers, taken = [], wanted = [];
    const small = this.circle.disc < Ring.NUMBER_FITS, edge = this.circle.radius + this.circle.outside;
    for (const peer of this.peers.values()) {
      const turn = this.turns.get(peer.id), inside = this.radiusOf(peer.id) >= Ring.NUMBER_FITS;
      const text = (inside || !peer.words ? "" : peer.id + " ") + peer.words || (inside ? "" : String(peer.id));
      if (text) wanted.push({ name: "peer " + peer.id, text, turn, from: edge + 15, rank: peer.words && peer.look !== "quit" ? 0 : 1, class: "peer-words " + (peer.words ? peer.look : "") });
    }
    for (const file of this.files) {
      wanted.push({ name: "file " + file.number, text: file.number, turn: file.turn, from: edge + (small ? 44 : 20), rank: 2, class: "file-number" });
    }
    labels.begin();
    for (const label of wanted.sort((a, b) => a.rank - b.rank)) {
      const wide = label.text.length * 0.56 * this.circle.label + 4;
      for (let step = 0; step < (label.rank === 0 ? 4 : 2); step++) {
        const point = this.circle.at(label.turn, label.from + step * (this.circle.label + 2)), sine = Math.sin(2 * Math.PI * label.turn);
        const middle = point.x + wide / 2 * clamp(1.4 * sine, -1, 1), x = clamp(middle, wide / 2 + 4, this.circle.width - wide / 2 - 4);
        const aside = Math.abs(x - middle) < 1 ? 0 : label.turn > 0.25 && label.turn < 0.75 ? 26 : -26;
        const y = clamp(point.y + aside, 8, this.circle.height - 8);
        const free = taken.every(one => Math.abs(one.x - x) > (one.wide + wide) / 2 || Math.abs(one.y - y) > this.circle.label + 1);
        if (free) {
          taken.push({ x, y, wide });
          labels.put(label.name, "text", { x: rounded(x), y: rounded(y), class: label.class }, label.text);
          break;
        }
      }
    }
    labels.end();
  }

  drawMiddle() {
    const middle = this.recording.drawn.get("middle");
    if (!middle) return;
    const write = (id, text) => { if (byId(id).textContent !== text) byId(id).textContent = text; };
    write("alive", middle.alive);
    write("health", (middle.right ? "✓ " : "▲ ") + middle.health);
    byId("health").className = middle.right ? "right" : "wrong";
    write("contradiction", middle.contradiction);
    write("last-heal", middle.lastHeal);
  }

  drawLights() {
    byId("lights").replaceChildren(...this.recording.all("light").map(light => {
      const item = document.createElement("li");
      item.className = light.violation ? "off" : "on";
      item.textContent = (light.violation ? "✕ " : "✓ ") + light.name;
      item.title = light.violation || light.meaning;
      return item;
    }));
  }

  drawMoving() {
    const { clearance, x, y } = this.circle, { badges } = this.layers;
    this.taken = [{ x, y, wide: 1.6 * clearance, high: 80 }];
    this.drawPings();
    badges.begin();
    this.drawRequests();
    this.drawTransfers();
    badges.end();
  }

  /** Returns a point of a curve at which a text covers no other; where there is none, the middle. */
  placeOn(curve, wide, high) {
    const isFree = point => this.taken.every(one =>
      Math.abs(one.x - point.x) > (one.wide + wide) / 2 || Math.abs(one.y - point.y) > (one.high + high) / 2);
    const points = [0.5, 0.35, 0.65, 0.25, 0.75, 0.42, 0.58, 0.18, 0.82].map(share => curve.at(share));
    const { x, y } = points.find(isFree) || points[0];
    this.taken.push({ x, y, wide, high });
    return { x: clamp(x, wide / 2 + 2, this.circle.width - wide / 2 - 2), y };
  }

  /** Returns where the dot of a ping is: its kind, and its share of the way; or null. */
  dotOf(ping) {
    const since = this.now - ping.sent;
    if (since < ping.travel) return ["ping", Math.max(0, since / ping.travel)];
    if (ping.back !== undefined) {
      const back = (this.now - Math.max(ping.sent + ping.travel, ping.back)) / ping.travel;
      return back < 1 ? ["reply", Math.min(1, 1 - back)] : null;
    }
    if (ping.missed === undefined) return ["ping", 1];
    return this.now - ping.missed < Ring.MISSED_MICROS ? ["missed", 1] : null;
  }

  drawPings() {
    const { dots } = this.layers, size = rounded(clamp(this.circle.disc * 0.24, 1.8, 4.5));
    const numbered = this.peers.size <= Ring.MOST_NUMBERED;
    dots.begin();
    for (const [name, ping] of this.recording.drawn) {
      if (!name.startsWith("ping ") || !this.edgesShown[ping.second ? 1 : 0]) continue;
      const dot = this.dotOf(ping);
      if (!dot || !this.turns.has(ping.to) || !this.turns.has(ping.from)) continue;
      if (!this.isLit(ping.from) && !this.isLit(ping.to)) continue;
      const curve = (ping.second ? Curve.second : Curve.first)(this.circle, this.turns.get(ping.from), this.turns.get(ping.to));
      const [begin, end] = curve.between(this.radiusOf(ping.from), this.radiusOf(ping.to) + 3);
      const share = this.calm.matches && dot[0] !== "missed" ? 0.5 : dot[1];
      const point = curve.at(begin + (end - begin) * share);
      dots.put(name, "circle", { class: "dot " + dot[0], cx: rounded(point.x), cy: rounded(point.y), r: size });
      if (numbered || ping.from === this.selected) {
        const x = this.circle.x - point.x, y = this.circle.y - point.y, away = 11 / (Math.hypot(x, y) || 1);
        dots.put(name + " number", "text", { class: "dot-number " + dot[0], x: rounded(point.x + x * away), y: rounded(point.y + y * away) }, String(ping.number));
      }
    }
    dots.end();
  }

  drawRequests() {
    const { lit, badges } = this.layers, requests = this.recording.all("request"), seen = new Set();
    lit.begin();
    requests.forEach((request, r) => request.hops.forEach((hop, i) => {
      const since = this.now - hop.lit;
      if (since < 0 || hop.from === hop.to || !this.turns.has(hop.from) || !this.turns.has(hop.to)) return;
      const curve = Curve.first(this.circle, this.turns.get(hop.from), this.turns.get(hop.to));
      const name = request.from + " " + request.number + " " + i;
      lit.put(name, "path", { class: since < Ring.PACE_MICROS ? "hop latest" : "hop", d: path(curve.points(this.radiusOf(hop.from), this.radiusOf(hop.to))) });
      const place = r + " " + hop.from + " " + hop.to;
      const apart = Math.abs(nearest(this.turns.get(hop.from), this.turns.get(hop.to))) * 2 * Math.PI * this.circle.radius;
      if (apart < 2 * this.circle.disc + 18 || seen.has(place)) return;
      seen.add(place);
      const text = requests.length === 1 ? String(hop.number) : request.number + " · " + hop.number;
      const wide = Math.max(17, text.length * 6 + 10), point = this.placeOn(curve, wide, 16);
      badges.put(name, "rect", { class: "badge", x: rounded(point.x - wide / 2), y: rounded(point.y - 8), width: wide, height: 16, rx: 8 });
      badges.put(name + " text", "text", { class: "badge-number", x: rounded(point.x), y: rounded(point.y) }, text);
    }));
    lit.end();
  }

  drawTransfers() {
    const { chords, badges } = this.layers;
    chords.begin();
    this.recording.all("transfer").forEach((transfer, i) => {
      if (!this.turns.has(transfer.from) || !this.turns.has(transfer.to)) return;
      const curve = Curve.transfer(this.circle, this.turns.get(transfer.from), this.turns.get(transfer.to));
      const points = curve.points(this.radiusOf(transfer.from), this.radiusOf(transfer.to));
      const style = (transfer.asked ? "" : " repair") + (transfer.failed ? " failed" : "");
      const name = "transfer " + i, done = Math.round((points.length - 1) * transfer.share);
      chords.put(name, "path", { class: "track" + style, d: path(points) });
      if (done > 0) chords.put(name + " done", "path", { class: "chord" + style, d: path(points.slice(0, done + 1)) });
      if (transfer.words) {
        const wide = transfer.words.length * 6.9 + 14, { x, y } = this.placeOn(curve, wide, 20);
        badges.put(name + " box", "rect", { class: "words-box", x: rounded(x - wide / 2), y: rounded(y - 10), width: rounded(wide), height: 20, rx: 9 });
        badges.put(name + " words", "text", { class: "chord-words" + style, x: rounded(x), y: rounded(y) }, transfer.words);
      }
    });
    chords.end();
  }
}
