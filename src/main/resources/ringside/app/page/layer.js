/** Elements of SVG by name: those of one frame stay or change, the others go. */
class Layer {
  constructor(parent, name) {
    this.root = document.createElementNS("http://www.w3.org/2000/svg", "g");
    this.root.setAttribute("class", name);
    parent.append(this.root);
    this.known = new Map();
    this.frame = 0;
  }

  begin() {
    this.frame++;
  }

  /** Shows an element; unchanged attributes cost nothing. */
  put(name, tag, attributes, text) {
    let one = this.known.get(name);
    if (!one) {
      one = { element: document.createElementNS("http://www.w3.org/2000/svg", tag), attributes: {} };
      this.root.append(one.element);
      this.known.set(name, one);
    }
    one.frame = this.frame;
    for (const key in attributes) {
      if (one.attributes[key] !== attributes[key]) {
        one.attributes[key] = attributes[key];
        one.element.setAttribute(key, attributes[key]);
      }
    }
    if (text !== undefined && one.text !== text) {
      one.text = text;
      one.element.textContent = text;
    }
    return one.element;
  }

  end() {
    for (const [name, one] of this.known) {
      if (one.frame !== this.frame) {
        one.element.remove();
        this.known.delete(name);
      }
    }
  }
}
