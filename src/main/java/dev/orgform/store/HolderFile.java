package dev.orgform.store;

import java.util.Optional;

/**
 * Where a lock's holder says who it is. Only the lock itself decides anything: what is left here by
 * a process that was killed blocks nobody.
 */
record HolderFile(Folder folder) {
  private static final String NAME = "holder.json";

  void write(Holder holder) throws StoreUnusable {
    var json =
        Json.object()
            .put("pid", holder.pid())
            .put("host", holder.host())
            .put("user", holder.user())
            .put("since", holder.since().toString())
            .put("command", holder.command())
            .put("run", holder.run());
    folder.replace(NAME, Json.write(json));
  }

  /** Who it says it is; empty where it says nothing that can be understood. */
  Optional<Holder> read() {
    try {
      var bytes = folder.read(NAME);
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      var json = Json.read(bytes.get());
      return Optional.of(
          new Holder(
              Json.big(json, "pid"),
              Json.text(json, "host"),
              Json.text(json, "user"),
              Json.time(json, "since"),
              Json.text(json, "command"),
              Json.text(json, "run")));
    } catch (StoreUnusable | Json.Malformed e) {
      return Optional.empty();
    }
  }

  void delete() {
    try {
      folder.delete(NAME);
    } catch (StoreUnusable e) {
      // It is stale from now on, and stale words are ignored.
    }
  }
}
