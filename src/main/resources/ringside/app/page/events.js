/** The list of events with their reasons, newest first, those near the time that is shown. */
class Events {
  /** Rows that are there before and after the time: more than a screen shows. */
  static BEFORE = 60;
  static AFTER = 12;
  /** Time between two lists far from each other, in milliseconds: somebody drags the slider. */
  static REST_MS = 120;

  constructor(recording, goTo, wake) {
    this.wake = wake;
    this.madeAt = 0;
    this.events = recording.events;
    this.rules = recording.data.rules;
    this.goTo = goTo;
    this.list = byId("event-list");
    this.rows = new Map();
    this.current = -2;
    byId("no-events").hidden = this.events.length > 0;
    this.list.hidden = this.events.length === 0;
    this.list.addEventListener("click", event => {
      const row = event.target.closest("li");
      if (row && !String(getSelection())) this.goTo(Number(row.dataset.index));
    });
  }

  row(index) {
    const event = this.events[index], row = document.createElement("li");
    row.dataset.index = index;
    row.className = event.severity;
    for (const [style, text] of [["when", event.time], ["who", event.peer], ["what", event.text], ["why", event.why]]) {
      const part = document.createElement("span");
      part.className = style;
      part.textContent = text;
      row.append(part, " ");
    }
    return row;
  }

  /** Shows the list as of an event; -1 is before the first. */
  show(current) {
    if (current === this.current || this.later) return;
    const rest = this.madeAt + Events.REST_MS - performance.now();
    if (Math.abs(current - this.current) > Events.AFTER) {
      if (rest > 0) {
        this.later = setTimeout(() => { this.later = 0; this.wake(); }, rest);
        return;
      }
      this.madeAt = performance.now();
    }
    this.current = current;
    const from = Math.max(0, current - Events.BEFORE), to = Math.min(this.events.length - 1, current + Events.AFTER);
    for (const [index, row] of this.rows) {
      if (index < from || index > to) {
        row.remove();
        this.rows.delete(index);
      }
    }
    let above = null;
    for (let index = to; index >= from; index--) {
      let row = this.rows.get(index);
      if (!row) {
        row = this.row(index);
        this.rows.set(index, row);
        if (above) above.after(row); else this.list.prepend(row);
      }
      row.classList.toggle("future", index > current);
      if (index === current) row.setAttribute("aria-current", "true"); else row.removeAttribute("aria-current");
      above = row;
    }
    const shown = this.rows.get(current);
    if (shown) this.list.scrollTop = shown.offsetTop - this.list.offsetTop - Math.min(90, this.list.clientHeight / 4);
    const event = this.events[current], rule = event && this.rules[event.rule];
    byId("rule").hidden = !rule;
    if (rule) {
      byId("rule-heading").textContent = rule.heading;
      byId("rule-text").textContent = rule.text;
    }
  }

  about() {
    return !this.events[this.current] ? [] : this.events[this.current].about;
  }
}
