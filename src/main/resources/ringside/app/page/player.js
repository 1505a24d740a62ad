/** Plays the recording: the time, the keys, and who draws what. */
class Player {
  constructor(recording) {
    this.recording = recording;
    const { from, to, began, peers } = recording.data;
    this.from = from;
    this.to = to;
    byId("about").textContent = new Date(began / 1000).toLocaleString(document.documentElement.lang) + " · " + word("about", clock(from), clock(to), peers);
    const select = chosen => this.select(chosen);
    this.ring = new Ring(recording, select);
    this.timeline = new Timeline(recording, micros => { this.event = null; this.goTo(micros); });
    this.events = new Events(recording, index => { this.pause(); this.goToEvent(index); }, () => this.wake());
    this.ladder = new Ladder(recording);
    this.peers = new Peers(recording, select);
    this.ring.resized = () => this.wake();
    this.playing = false;
    this.now = from;
    this.event = null;
    this.wire();
    const asked = /^#t=([0-9.]+)$/.exec(location.hash);
    this.goTo(asked ? Number(asked[1]) * 1e6 : from);
  }

  wire() {
    byId("play").addEventListener("click", () => this.toggle());
    byId("back").addEventListener("click", () => this.step(-1));
    byId("on").addEventListener("click", () => this.step(1));
    byId("theme").addEventListener("click", () => Player.switchTheme());
    byId("help").addEventListener("click", () => byId("keys").showModal());
    addEventListener("hashchange", () => {
      const asked = /^#t=([0-9.]+)$/.exec(location.hash);
      if (asked) this.goTo(Number(asked[1]) * 1e6);
    });
    byId("with-shortcuts").hidden = !this.recording.hasShortcuts;
    byId("with-hosts").hidden = !this.recording.hasHosts;
    [1, 2, 3, 4, 5].forEach((number, i) => byId("show-" + number).addEventListener("change", event => {
      this.ring.edgesShown[i] = event.target.checked;
      this.redraw();
    }));
    const tabs = [...byId("tabs").children];
    tabs.forEach((tab, i) => {
      tab.addEventListener("click", () => this.open(tab));
      tab.addEventListener("keydown", event => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        event.stopPropagation();
        const next = tabs[(i + step + tabs.length) % tabs.length];
        this.open(next);
        next.focus();
      });
    });
    addEventListener("keydown", event => this.key(event));
  }

  open(chosen) {
    for (const tab of byId("tabs").children) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      byId(tab.getAttribute("aria-controls")).hidden = !isChosen;
    }
    this.peers.stale = true;
    this.ladder.count = -1;
    this.wake();
  }

  key(event) {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
    const isRange = target.matches("input[type=range]");
    const types = target.matches("select, input") && !isRange;
    if (types || (key === " " && target.matches("button, summary"))) return;
    const digit = "12345".indexOf(key);
    const does = {
      " ": () => this.toggle(), ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1),
      Home: () => this.goTo(this.from), End: () => this.goTo(this.to),
      "-": () => this.faster(-1), "+": () => this.faster(1), "=": () => this.faster(1),
      t: () => Player.switchTheme(), T: () => Player.switchTheme(), "?": () => byId("keys").showModal(),
      Escape: () => this.select({}) }[key] || (key !== "" && digit >= 0 && (() => byId("show-" + key).click()));
    if (does) {
      event.preventDefault();
      does();
    }
  }

  static switchTheme() {
    const root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = (root.dataset.theme || (dark ? "dark" : "light")) === "dark" ? "light" : "dark";
  }

  select({ peer, file }) {
    const id = peer === undefined ? null : Number(peer);
    this.ring.selected = id === this.ring.selected ? null : id;
    this.ring.chosenFile = file === this.ring.chosenFile ? undefined : file;
    this.peers.stale = true;
    this.redraw();
  }

  redraw() {
    this.ring.stale = true;
    this.wake();
  }

  faster(step) {
    const speed = byId("speed");
    speed.selectedIndex = clamp(speed.selectedIndex + step, 0, speed.options.length - 1);
  }

  toggle() {
    if (this.playing) {
      this.pause();
    } else {
      if (this.now >= this.to) this.goTo(this.from);
      this.playing = true;
      this.showPlaying();
      this.wake();
    }
  }

  pause() {
    this.playing = false;
    this.showPlaying();
  }

  showPlaying() {
    const button = byId("play");
    document.body.classList.toggle("playing", this.playing);
    button.setAttribute("aria-label", this.playing ? button.dataset.pause : button.dataset.play);
  }

  /** Goes to the event before or after the one that is shown. */
  step(by) {
    this.pause();
    const events = this.recording.events;
    const here = this.event ?? Recording.lastAt(events, this.now);
    const between = by < 0 && this.event === null && here >= 0 && events[here].at < this.now;
    const index = between ? here : here + by;
    if (index >= events.length) this.goTo(this.to);
    else if (index < 0) this.goTo(this.from);
    else this.goToEvent(index);
  }

  goToEvent(index) {
    this.goTo(this.recording.events[index].at);
    this.event = index;
  }

  goTo(micros) {
    this.now = clamp(micros, this.from, this.to);
    this.event = null;
    this.wake();
  }

  wake() {
    if (!this.awake) {
      this.awake = true;
      this.last = undefined;
      requestAnimationFrame(time => this.frame(time));
    }
  }

  frame(time) {
    this.awake = false;
    const seconds = this.last === undefined ? 0.016 : clamp((time - this.last) / 1000, 0, 0.25);
    if (this.playing) {
      this.now += seconds * 1e6 * Number(byId("speed").value);
      this.event = null;
      if (this.now >= this.to) {
        this.now = this.to;
        this.pause();
      }
    }
    this.show(seconds);
    this.last = time;
    if (this.playing || this.ring.gliding) {
      this.awake = true;
      requestAnimationFrame(next => this.frame(next));
    }
  }

  show(seconds) {
    const kinds = this.recording.moveTo(this.now);
    this.events.show(this.event ?? Recording.lastAt(this.recording.events, this.now));
    const about = this.playing ? [] : this.events.about();
    if (about.join() !== this.ring.about.join()) {
      this.ring.about = about;
      this.ring.stale = true;
    }
    this.ring.draw(this.now, kinds, seconds);
    this.timeline.show(this.now);
    this.ladder.show(this.now);
    this.peers.show(kinds, this.ring);
  }
}

Recording.read(byId("data").textContent)
  .then(recording => { globalThis.player = new Player(recording); })
  .catch(problem => {
    byId("broken").hidden = false;
    throw problem;
  });
