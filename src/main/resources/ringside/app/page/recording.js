"use strict";

/** The recording: differences of what is drawn, and what is drawn at any moment. */
class Recording {
  /** Differences between two drawings that are kept whole: going through them takes a millisecond. */
  static KEEP_EACH = 500;

  constructor(data) {
    this.data = data;
    this.events = [];
    this.kept = [];
    this.drawn = new Map();
    this.index = -1;
    this.hasShortcuts = false;
    this.hasHosts = false;
    const drawing = new Map();
    data.changes.forEach((change, i) => {
      Recording.apply(drawing, change);
      this.hasShortcuts = this.hasShortcuts || Object.keys(change.set).some(name => name.startsWith("shortcuts "));
      this.hasHosts = this.hasHosts || Object.keys(change.set).some(name => name.startsWith("host "));
      if (i % Recording.KEEP_EACH === 0) this.kept.push(new Map(drawing));
      for (const event of change.said || []) this.events.push({ ...event, at: change.at });
    });
  }

  static async read(text) {
    const bytes = Uint8Array.from(atob(text.replace(/\s+/g, "")), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Recording(await new Response(stream).json());
  }

  static apply(drawing, change) {
    for (const [name, value] of Object.entries(change.set)) {
      if (value === null) drawing.delete(name); else drawing.set(name, value);
    }
  }

  /** Goes to a time, and returns the kinds of things that may have changed: their first words. */
  moveTo(micros) {
    const wanted = Recording.lastAt(this.data.changes, micros);
    const kinds = new Set();
    if (wanted === this.index) return kinds;
    let next = this.index + 1;
    if (wanted < this.index || wanted - this.index > Recording.KEEP_EACH) {
      const kept = Math.floor(Math.max(0, wanted) / Recording.KEEP_EACH);
      for (const name of this.drawn.keys()) kinds.add(name.split(" ", 1)[0]);
      this.drawn = wanted < 0 ? new Map() : new Map(this.kept[kept]);
      for (const name of this.drawn.keys()) kinds.add(name.split(" ", 1)[0]);
      next = wanted < 0 ? 0 : kept * Recording.KEEP_EACH + 1;
    }
    for (; next <= wanted; next++) {
      const change = this.data.changes[next];
      Recording.apply(this.drawn, change);
      for (const name of Object.keys(change.set)) kinds.add(name.split(" ", 1)[0]);
    }
    this.index = wanted;
    return kinds;
  }

  /** Returns everything of a kind that is drawn now. */
  all(kind) {
    const found = [];
    for (const [name, value] of this.drawn) if (name.startsWith(kind + " ")) found.push(value);
    return found;
  }

  /** Returns the index of the last of some things, in order of time, that is not after a time; or -1. */
  static lastAt(things, micros) {
    let from = 0, to = things.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (things[middle].at <= micros) from = middle + 1; else to = middle;
    }
    return from - 1;
  }
}

const byId = id => document.getElementById(id);

/** A text of the page in its language, with what stands for each # in it. */
const word = (name, ...inserts) => inserts.reduce((text, insert) => text.replace("#", insert), document.body.dataset[name]);
const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

/** Writes a time as the window does: 02:10.9, or 1:02:10.9 after an hour. */
function clock(micros) {
  const tenths = Math.floor(Math.max(0, micros) / 1e5), minutes = Math.floor(tenths / 600);
  const two = number => String(number).padStart(2, "0");
  const front = minutes < 60 ? two(minutes) : Math.floor(minutes / 60) + ":" + two(minutes % 60);
  return front + ":" + ((tenths % 600) / 10).toFixed(1).padStart(4, "0").replace(".", word("decimal"));
}
