package dev.orgform.store;

import dev.orgform.model.Checked;
import java.nio.file.Path;
import java.util.List;

/** A folder that only its owner can enter and that Git leaves alone, divided by estate. */
public record LocalStore(Path folder) {
  /** The folder's name where none is given. */
  public static final String NAME = ".orgform";

  private static final String ESTATES = "estates";

  /** Opens the folder, making it where there is none. */
  public static Checked<LocalStore> open(Path folder) {
    try {
      DiskFolder.at(folder).make();
      return Checked.of(new LocalStore(folder), List.of());
    } catch (StoreUnusable e) {
      return Checked.failed(List.of(e.diagnostic()));
    }
  }

  /** What is remembered of one estate; nothing is made or read until it is asked. */
  public Store estate(Estate estate) {
    var folder = DiskFolder.at(this.folder).below(ESTATES).below(estate.digest());
    return new FolderStore(folder, estate);
  }

  /** Where the sandbox keeps its estate. */
  public Path sandboxEstate() {
    return folder.resolve("sandbox.json");
  }
}
