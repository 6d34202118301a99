package dev.orgform.config;

import dev.orgform.model.Desired;
import java.util.List;

/**
 * A configuration in which nothing is wrong.
 *
 * @param desired what it says
 * @param files what was read, in the order of their names; skipped files are not among them
 * @param digest of the names and contents of all files: SHA-256 in hexadecimal
 */
public record Configuration(Desired desired, List<ReadFile> files, String digest) {
  public Configuration {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param name as people see it
   * @param digest of its bytes: SHA-256 in hexadecimal
   */
  public record ReadFile(String name, String digest) {}

  static Configuration of(Desired desired, List<ReadFile> files) {
    return new Configuration(desired, files, Digests.of(files));
  }
}
