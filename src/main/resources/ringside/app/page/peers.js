/** All peers and files as tables, which say the same as the picture. */
class Peers {
  constructor(recording, select) {
    this.recording = recording;
    this.stale = true;
    byId("peer-rows").addEventListener("click", event => {
      const row = event.target.closest("tr");
      if (row) select({ peer: row.dataset.peer });
    });
    byId("file-rows").addEventListener("click", event => {
      const row = event.target.closest("tr");
      if (row) select({ file: row.dataset.file });
    });
  }

  show(kinds, ring) {
    this.stale = this.stale || ["peer", "file", "shortcuts", "host"].some(kind => kinds.has(kind));
    if (!this.stale || byId("peers").hidden) return;
    this.stale = false;
    const files = this.recording.all("file").sort((a, b) => a.hash - b.hash);
    const peers = this.recording.all("peer").sort((a, b) => a.id - b.id);
    const hosts = new Map(this.recording.all("host").map(host => [host.name, host.shown]));
    byId("host-column").hidden = hosts.size === 0;
    const hostOf = peer => hosts.size === 0 ? [] : [hosts.get(peer.host ?? "") ?? ""];
    const held = (id, kind) => files.filter(file => file[kind].includes(id)).map(file => file.number).join(", ");
    Peers.fill(byId("peer-rows"), peers.map(peer => ({
      data: { peer: peer.id }, chosen: peer.id === ring.selected, style: peer.look,
      cells: [peer.id, peer.word + (peer.words && peer.words !== peer.word ? " · " + peer.words : ""), ...hostOf(peer),
        peer.successors.join(", "), peer.predecessors.join(", "), held(peer.id, "owners"), held(peer.id, "copies")] })));
    Peers.fill(byId("file-rows"), files.map(file => ({
      data: { file: file.number }, chosen: file.number === ring.chosenFile, style: "",
      cells: [file.number, file.hash, file.owners.join(", ") || word("nobody"), file.copies.join(", ")] })));
    const shortcuts = this.recording.drawn.get("shortcuts " + ring.selected);
    byId("shortcuts").hidden = !shortcuts;
    if (shortcuts) {
      byId("shortcuts-of").textContent = word("shortcutsOf", ring.selected);
      Peers.fill(byId("shortcut-rows"), shortcuts.table.map(one => ({
        data: {}, chosen: false, style: one.look, cells: [one.interval, one.to ?? "–", one.right ?? "–", one.word] })));
    }
  }

  static fill(body, rows) {
    body.replaceChildren(...rows.map(({ data, chosen, style, cells }) => {
      const row = document.createElement("tr");
      Object.assign(row.dataset, data);
      row.className = style + (chosen ? " chosen" : "");
      row.append(...cells.map(text => {
        const cell = document.createElement("td");
        cell.textContent = text;
        return cell;
      }));
      return row;
    }));
  }
}
