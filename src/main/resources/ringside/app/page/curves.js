/** Places on the circle, and the curves of edges from one to another. Angles are turns: 0 at the top, 1 once around. */
const wrap = turn => turn - Math.floor(turn);
const clockwise = (from, to) => wrap(to - from);
const nearest = (from, to) => { const on = clockwise(from, to); return on > 0.5 ? on - 1 : on; };

class Circle {
  /** How far what lies outside the discs moves on where arcs of hosts are between. */
  static HOSTS = 16;

  constructor(width, height, turns, hasHosts) {
    const margin = (Math.min(width, height) < 480 ? 46 : 66) + (hasHosts ? Circle.HOSTS : 0);
    this.width = width;
    this.height = height;
    this.x = width / 2;
    this.y = height / 2;
    this.radius = Math.max(60, Math.min(width, height) / 2 - margin);
    const sorted = [...turns].sort((a, b) => a - b);
    const gap = sorted.length < 2 ? 1
      : Math.min(...sorted.map((turn, i) => clockwise(turn, sorted[(i + 1) % sorted.length])));
    this.disc = clamp(0.42 * gap * 2 * Math.PI * this.radius, 2.5, clamp(5 + 0.05 * this.radius, 13, 26));
    this.label = this.radius > 420 ? 14 : 11;
    this.clearance = clamp(116, 0.46 * this.radius, 0.8 * this.radius);
    this.outside = 4 + 0.6 * this.disc;
    this.arcs = this.radius + this.disc + 10;
    this.edge = hasHosts ? this.arcs + 4 : this.radius + this.outside;
    this.air = hasHosts ? 18 : 12;
  }

  at(turn, distance = this.radius) {
    const angle = 2 * Math.PI * turn;
    return { x: this.x + distance * Math.sin(angle), y: this.y - distance * Math.cos(angle) };
  }
}

/** A curve inside the circle that bends around the middle, or one outside if its depth is below 0. */
class Curve {
  constructor(circle, from, span, depth) {
    Object.assign(this, { circle, from, span, depth });
  }

  static straight(circle, span) {
    return circle.radius * Math.cos(Math.PI * Math.min(0.5, Math.abs(span)));
  }

  static inside(circle, from, span, steps, apex) {
    const lane = Math.min(0.93 * circle.radius, circle.clearance + steps * 0.08 * circle.radius);
    return new Curve(circle, from, span, circle.radius - Math.max(lane, apex));
  }

  static first(circle, from, to) {
    const span = clockwise(from, to), { radius } = circle;
    return Curve.inside(circle, from, span, 2, Math.min(Curve.straight(circle, span) + 0.02 * radius, radius))
      .following(0.93 * radius);
  }

  static second(circle, from, to) {
    const span = clockwise(from, to), { radius } = circle, pass = radius - 2.4 * circle.disc;
    return Curve.inside(circle, from, span, 0, Math.min(Curve.straight(circle, span) - 0.07 * radius, pass))
      .following(Math.min(0.85 * radius, pass));
  }

  static transfer(circle, from, to) {
    const span = nearest(from, to);
    return Curve.inside(circle, from, span, 1, Curve.straight(circle, span) - 0.15 * circle.radius);
  }

  static shortcut(circle, from, to) {
    const span = nearest(from, to);
    return Curve.inside(circle, from, span, 1, Curve.straight(circle, span));
  }

  static predecessor(circle, from, to, order) {
    return new Curve(circle, from, -clockwise(to, from), -order * circle.outside);
  }

  /** Comes nearer to the circle the further it spans beyond half of it. */
  following(lane) {
    const share = clamp((Math.abs(this.span) - 0.5) / 0.25, 0, 1);
    const outer = Math.min(this.depth, this.circle.radius - lane);
    return new Curve(this.circle, this.from, this.span, this.depth + share * (outer - this.depth));
  }

  at(share) {
    const { circle, from, span, depth } = this;
    if (depth < 0 || Math.abs(span) > 0.42) {
      const bow = 4 * share * (1 - share);
      return circle.at(from + share * span, circle.radius - depth * (depth < 0 ? Math.sqrt(bow) : bow));
    }
    const begin = circle.at(from), end = circle.at(from + span);
    const apex = circle.at(from + span / 2, circle.radius - depth), rest = 1 - share;
    const mix = (b, a, e) => rest * rest * b + 2 * rest * share * (2 * a - (b + e) / 2) + share * share * e;
    return { x: mix(begin.x, apex.x, end.x), y: mix(begin.y, apex.y, end.y) };
  }

  /** Leaves out the parts inside the discs at both ends. */
  between(fromRadius, toRadius) {
    const leaving = (distance, atEnd) => {
      const origin = this.at(atEnd ? 1 : 0);
      let near = 0, far = 0.5;
      for (let i = 0; i < 10; i++) {
        const middle = (near + far) / 2, point = this.at(atEnd ? 1 - middle : middle);
        if (Math.hypot(point.x - origin.x, point.y - origin.y) < distance) near = middle; else far = middle;
      }
      return atEnd ? 1 - far : far;
    };
    const begin = leaving(fromRadius, false), end = leaving(toRadius, true);
    return end <= begin ? [0, 1] : [begin, end];
  }

  points(fromRadius, toRadius) {
    const [begin, end] = this.between(fromRadius, toRadius);
    const steps = clamp(Math.round(2 * Math.PI * Math.abs(this.span) * this.circle.radius / 9), 5, 48);
    return Array.from({ length: steps + 1 }, (_, i) => this.at(begin + (end - begin) * i / steps));
  }
}

const rounded = number => Math.round(number * 10) / 10;
const path = points => "M" + points.map(p => rounded(p.x) + " " + rounded(p.y)).join("L");
