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
    this.edgesShown = [true, true, true, false, true];
    this.selected = null;
    this.hovered = null;
    this.about = [];
    this.turns = new Map();
    this.layers = {};
    for (const name of ["back", "hosts", "shortcuts", "edges", "lit", "chords", "dots", "files", "peers", "badges", "labels"]) {
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
    this.ruler = document.createElement("canvas").getContext("2d");
    this.widths = new Map();
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
    const still = !this.stale && !["peer", "file", "shortcuts", "host"].some(kind => kinds.has(kind));
    if (!still) {
      this.peers = new Map(this.recording.all("peer").map(peer => [peer.id, peer]));
      this.files = this.recording.all("file");
      this.hosts = new Map(this.recording.all("host").map(host => [host.name, host]));
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
    this.circle = new Circle(box.width, box.height, [...this.peers.values()].map(peer => peer.turn), this.hosts.size > 0);
    this.svg.style.setProperty("--label", this.circle.label + "px");
    const middle = byId("middle");
    const width = rounded(2 * 0.9 * this.circle.clearance) + "px";
    if (middle.style.maxWidth !== width) middle.style.maxWidth = width;
    const { back } = this.layers;
    back.begin();
    back.put("circle", "circle", { class: "circle", cx: this.circle.x, cy: this.circle.y, r: this.circle.radius });
    this.drawRange(back);
    back.end();
    this.drawHosts();
    this.drawShortcuts();
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

  /** Draws an arc outside each run of neighbours of one host, and notes the place that it takes. */
  drawHosts() {
    const { hosts } = this.layers;
    this.runs = this.hostRuns();
    hosts.begin();
    this.runs.forEach((run, i) => {
      const steps = Math.max(1, Math.ceil(run.span * 180));
      run.points = Array.from({ length: steps + 1 }, (_, step) => this.circle.at(run.from + run.span * step / steps, this.circle.arcs));
      const lit = run.host.name === (this.peers.get(this.hovered)?.host ?? (this.peers.has(this.hovered) ? "" : null)) ? " lit" : "";
      hosts.put("arc " + i, "path", { class: "host-arc " + run.host.look + lit, d: path(run.points) });
    });
    hosts.end();
  }

  /** Returns the runs of neighbours of one host, clockwise, and where their arcs are; none of one host alone. */
  hostRuns() {
    const all = [...this.peers.values()].sort((a, b) => a.turn - b.turn), hostOf = peer => this.hosts.get(peer.host ?? "");
    if (this.hosts.size === 0 || !all.every(hostOf)) return [];
    const around = index => all[(index + all.length) % all.length];
    const first = Math.max(0, all.findIndex((peer, i) => hostOf(around(i - 1)) !== hostOf(peer))), runs = [];
    let begin = first;
    for (let i = first; i < first + all.length; i++) {
      if (i < first + all.length - 1 && hostOf(around(i + 1)) === hostOf(around(i))) continue;
      const [before, from, to, after] = [begin - 1, begin, i, i + 1].map(index => this.turns.get(around(index).id));
      const ahead = this.beyond(before, from), behind = this.beyond(to, after);
      const peers = Array.from({ length: i - begin + 1 }, (_, k) => around(begin + k).id);
      runs.push({ host: hostOf(around(i)), peers, from: from - ahead, span: ahead + clockwise(from, to) + behind });
      begin = i + 1;
    }
    return runs;
  }

  /** Returns how far an arc reaches beyond a disc: at most half way to the next one. */
  beyond(from, to) {
    const around = 2 * Math.PI * this.circle.radius, gap = from === to ? 1 : clockwise(from, to);
    return clamp(this.circle.disc + 3, 0, Math.max(0, (gap * around - 4) / 2)) / around;
  }

  /** Writes each host's name at its longest run where there is room, in a small ring at each run. */
  drawHostNames(taken) {
    const { labels } = this.layers, high = this.circle.label + 3, named = new Set();
    [...this.runs].sort((a, b) => b.peers.length - a.peers.length).forEach((run, i) => {
      const { name, words, look } = run.host;
      if (named.has(name) && this.peers.size > Ring.MOST_NUMBERED && !run.peers.includes(this.hovered)) return;
      const box = this.placeAtArc(run, this.wide(words, "bold ") + 6, high, taken);
      if (!box) return;
      taken.push(box);
      named.add(name);
      labels.put("host " + i, "text", { class: "host-name " + look, x: rounded(box.x), y: rounded(box.y) }, words);
    });
  }

  /** Returns a free place for words outside an arc, as near as possible to its middle; null if there is none. */
  placeAtArc({ from, span }, wide, high, taken) {
    const steps = Math.floor(span / 2 * 2 * Math.PI * this.circle.radius / 8);
    for (let i = 0; i <= 2 * steps; i++) {
      const along = Math.ceil(i / 2) * (i % 2 === 0 ? -1 : 1), turn = from + span / 2 + (steps === 0 ? 0 : along * span / 2 / steps);
      const sine = Math.sin(2 * Math.PI * turn), cosine = Math.cos(2 * Math.PI * turn);
      for (let out = 0; out < 7; out++) {
        const point = this.circle.at(turn, this.circle.arcs + 6 + 7 * out);
        const box = { x: point.x + sine * wide / 2, y: point.y - cosine * high / 2, wide, high };
        const isSeen = box.x >= wide / 2 + 4 && box.x <= this.circle.width - wide / 2 - 4 && box.y >= high / 2 + 4 && box.y <= this.circle.height - high / 2 - 4;
        if (isSeen && Ring.isFree(box, taken)) return box;
      }
    }
    return null;
  }

  /** Draws the shortcuts of the peer under the pointer or else of the selected one, thinner the farther. */
  drawShortcuts() {
    const { shortcuts } = this.layers, from = this.hovered ?? this.selected;
    const kept = this.recording.drawn.get("shortcuts " + from), drawn = new Set(), looks = ["right", "missing", "stale", "dead"];
    shortcuts.begin();
    (this.edgesShown[4] && this.turns.has(from) && kept ? kept.table : []).forEach(({ to }, exponent, table) => {
      if (to === undefined || to === null || to === from || drawn.has(to) || !this.turns.has(to)) return;
      drawn.add(to);
      const look = looks[Math.max(...table.filter(one => one.to === to).map(one => looks.indexOf(one.look)))];
      const points = Curve.shortcut(this.circle, this.turns.get(from), this.turns.get(to)).points(this.radiusOf(from) + 1, this.radiusOf(to) + 4);
      shortcuts.put("to " + to, "path", { class: "shortcut " + look, "stroke-width": rounded(2.6 - 0.25 * exponent), d: path(points) });
      shortcuts.put("end " + to, "circle", { class: "shortcut-end " + look, cx: rounded(points.at(-1).x), cy: rounded(points.at(-1).y), r: 3 });
    });
    shortcuts.end();
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
    const out = this.circle.edge + 8 + (this.circle.disc < Ring.NUMBER_FITS ? 24 : 0);
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

  /** Returns how wide a text of labels is; each text is measured once. */
  wide(text, weight = "") {
    const key = weight + this.circle.label + " " + text;
    if (!this.widths.has(key)) {
      this.ruler.font = weight + this.circle.label + "px " + getComputedStyle(this.svg).fontFamily;
      this.widths.set(key, this.ruler.measureText(text).width + 4);
    }
    return this.widths.get(key);
  }

  /** Words beside peers come first, then numbers, files and hosts; what has no place of its own is left out. */
  drawLabels() {
    const { labels } = this.layers, wanted = [], numbers = [];
    const taken = this.runs.flatMap(run => run.points).map(({ x, y }) => ({ x, y, wide: 4, high: 4 }));
    const small = this.circle.disc < Ring.NUMBER_FITS, { edge } = this.circle;
    this.discs = [...this.peers.values()].map(peer => ({ id: peer.id, radius: this.radiusOf(peer.id), ...this.circle.at(this.turns.get(peer.id)) }));
    labels.begin();
    for (const peer of this.peers.values()) {
      const inside = this.radiusOf(peer.id) >= Ring.NUMBER_FITS;
      if (peer.words) wanted.push({ peer, text: (inside ? "" : peer.id + " ") + peer.words, named: !inside, rank: peer.look === "quit" ? 1 : 0 });
      else if (!inside) numbers.push({ name: "peer " + peer.id, text: String(peer.id), turn: this.turns.get(peer.id), from: edge + 15, class: "peer-words" });
    }
    for (const words of wanted.sort((a, b) => a.rank - b.rank)) this.drawWords(words, taken);
    for (const file of this.files) {
      numbers.push({ name: "file " + file.number, text: file.number, turn: file.turn, from: edge + (small ? 44 : 20), class: "file-number" });
    }
    for (const label of numbers) {
      const wide = this.wide(label.text), high = this.circle.label + 2;
      for (let step = 0; step < 2; step++) {
        const point = this.circle.at(label.turn, label.from + step * high), sine = Math.sin(2 * Math.PI * label.turn);
        const middle = point.x + wide / 2 * clamp(1.4 * sine, -1, 1), x = clamp(middle, wide / 2 + 4, this.circle.width - wide / 2 - 4);
        const aside = Math.abs(x - middle) < 1 ? 0 : label.turn > 0.25 && label.turn < 0.75 ? 26 : -26;
        const box = { x, y: clamp(point.y + aside, 8, this.circle.height - 8), wide, high };
        if (Ring.isFree(box, taken)) {
          taken.push(box);
          labels.put(label.name, "text", { x: rounded(box.x), y: rounded(box.y), class: label.class }, label.text);
          break;
        }
      }
    }
    this.drawHostNames(taken);
    labels.end();
    this.still = [...taken, ...this.discs.map(({ x, y, radius }) => ({ x, y, wide: 2 * radius, high: 2 * radius }))];
  }

  static isFree(box, taken) {
    return taken.every(one =>
      Math.abs(one.x - box.x) >= (one.wide + box.wide) / 2 || Math.abs(one.y - box.y) >= (one.high + box.high) / 2);
  }

  drawWords({ peer, text, named }, taken) {
    const { labels } = this.layers, high = this.circle.label + 3;
    const ways = Ring.ways(text).map(lines => ({ lines, wide: Math.max(...lines.map(line => this.wide(line))), high: lines.length * high }));
    const found = this.placeBeside(this.discs.find(disc => disc.id === peer.id), named, ways, taken);
    if (!found) return;
    taken.push(found);
    found.lines.forEach((line, i) => labels.put("words " + peer.id + " " + i, "text", { class: "peer-words " + peer.look,
      x: rounded(found.x), y: rounded(found.y + (i - (found.lines.length - 1) / 2) * high) }, line));
  }

  /** Returns a text in one line, in two and in three, each as narrow as that many lines can be. */
  static ways(text) {
    const parts = text.split(" ").reduce((all, part) => {
      const joins = all.length > 0 && (part === "·" || (/\d$/.test(all.at(-1)) && /^\p{L}/u.test(part)));
      return joins ? [...all.slice(0, -1), all.at(-1) + " " + part] : [...all, part];
    }, []);
    const broken = limit => parts.reduce((lines, part) => {
      const longer = lines.length > 0 ? lines.at(-1) + " " + part : "";
      return longer && longer.length <= limit ? [...lines.slice(0, -1), longer] : [...lines, part];
    }, []);
    return Array.from({ length: Math.min(3, parts.length) }, (_, i) => {
      let limit = i === 0 ? text.length : 1;
      while (broken(limit).length > i + 1) limit++;
      return broken(limit);
    });
  }

  /** Returns a place for words: outside the circle, in sight, free, and nearer to their peer than to any other unless they name it. */
  placeBeside(own, named, ways, taken) {
    const { circle } = this, turn = Math.atan2(own.x - circle.x, circle.y - own.y) / (2 * Math.PI);
    const outX = Math.sin(2 * Math.PI * turn), outY = -Math.cos(2 * Math.PI * turn);
    const distance = (box, point) => Math.hypot(Math.max(0, Math.abs(point.x - box.x) - box.wide / 2), Math.max(0, Math.abs(point.y - box.y) - box.high / 2));
    const beside = (way, air, slide) => {
      const nearest = circle.radius + own.radius + air, box = { ...way };
      for (let out = nearest; box.x === undefined || distance(box, circle) < nearest; out++) {
        Object.assign(box, { x: circle.x + outX * (out + way.wide / 2), y: circle.y + outY * (out + way.high / 2) });
      }
      box.x = clamp(box.x - outY * slide, way.wide / 2 + 4, circle.width - way.wide / 2 - 4);
      box.y = clamp(box.y + outX * slide, way.high / 2 + 4, circle.height - way.high / 2 - 4);
      return box;
    };
    const isGood = (box, nearer) => {
      const toOwn = distance(box, own) - own.radius;
      return toOwn >= 6 && distance(box, circle) >= circle.radius + 6 && Ring.isFree(box, taken)
        && (named || this.discs.every(disc => disc.id === own.id || distance(box, disc) - disc.radius >= toOwn + nearer));
    };
    for (const nearer of named ? [0] : [8, 1]) {
      for (let along = 0; along <= 12; along++) {
        const slide = Math.ceil(along / 2) * (along % 2 === 0 ? 6 : -6);
        for (const way of ways) {
          for (let out = 0; out < 4; out++) {
            const box = beside(way, circle.air + 6 * out, slide);
            if (isGood(box, nearer)) return box;
          }
        }
      }
    }
    return null;
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
    this.taken = [...this.still, { x, y, wide: 1.6 * clearance, high: 80 }];
    this.drawPings();
    badges.begin();
    this.drawTransfers();
    this.drawRequests();
    badges.end();
  }

  /** Takes a place on a curve or beside it, towards the middle, at which a text covers nothing; null if there is none. */
  placeOn(curve, wide, high) {
    const points = [0.5, 0.35, 0.65, 0.25, 0.75, 0.42, 0.58, 0.18, 0.82].map(share => curve.at(share));
    for (const rows of [0, 1.2, -1.2, 2.4, 3.6]) {
      for (const point of points) {
        const x = this.circle.x - point.x, y = this.circle.y - point.y, away = rows * high / (Math.hypot(x, y) || 1);
        const box = { x: clamp(point.x + x * away, wide / 2 + 2, this.circle.width - wide / 2 - 2), y: point.y + y * away, wide, high };
        if (Ring.isFree(box, this.taken)) {
          this.taken.push(box);
          return box;
        }
      }
    }
    return null;
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
      const curve = (hop.chord ? Curve.shortcut : Curve.first)(this.circle, this.turns.get(hop.from), this.turns.get(hop.to));
      const name = request.from + " " + request.number + " " + i;
      lit.put(name, "path", { class: since < Ring.PACE_MICROS ? "hop latest" : "hop", d: path(curve.points(this.radiusOf(hop.from), this.radiusOf(hop.to))) });
      const place = r + " " + hop.from + " " + hop.to;
      const apart = Math.abs(nearest(this.turns.get(hop.from), this.turns.get(hop.to))) * 2 * Math.PI * this.circle.radius;
      if (apart < 2 * this.circle.disc + 18 || seen.has(place)) return;
      seen.add(place);
      const text = requests.length === 1 ? String(hop.number) : request.number + " · " + hop.number;
      const wide = Math.max(17, text.length * 6 + 10), point = this.placeOn(curve, wide, 16);
      if (!point) return;
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
        const wide = transfer.words.length * 6.9 + 14, { x, y } = this.placeOn(curve, wide, 20) || curve.at(0.5);
        badges.put(name + " box", "rect", { class: "words-box", x: rounded(x - wide / 2), y: rounded(y - 10), width: rounded(wide), height: 20, rx: 9 });
        badges.put(name + " words", "text", { class: "chord-words" + style, x: rounded(x), y: rounded(y) }, transfer.words);
      }
    });
    chords.end();
  }
}
