package dev.orgform.sandbox;

import java.nio.file.Path;
import java.util.function.Function;

/** Where the estate lives between requests; steps on it happen one after the other. */
public sealed interface Keep permits MemoryKeep, FileKeep {
  /** An estate that ends with the process. */
  static Keep inMemory(Estate estate) {
    return new MemoryKeep(estate);
  }

  /** The estate of a file, or an empty one when there is none yet; saved after every change. */
  static Keep inFile(Path file) {
    return new FileKeep(file, Estate.empty());
  }

  /** As {@link #inFile(Path)}, but a file that is not there yet begins with this estate. */
  static Keep inFile(Path file, Estate first) {
    return new FileKeep(file, first);
  }

  /** Empties the estate of a file, even of one that cannot be read. */
  static void reset(Path file) {
    EstateFile.write(Estate.empty(), file);
  }

  /** The estate as it is now. */
  default Estate estate() {
    return change(estate -> new Next<>(estate, estate));
  }

  /**
   * Makes a step; when this returns the estate after it is kept, when it throws nothing changed.
   */
  <T> T change(Function<Estate, Next<T>> step);
}
