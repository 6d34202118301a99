package dev.orgform.config;

import dev.orgform.model.Desired;
import dev.orgform.model.Policy;
import java.util.List;

/**
 * A configuration in which nothing is wrong.
 *
 * @param desired what it says
 * @param policy what the guard file beside it says
 * @param files what was read, the guard file first and the others in the order of their names;
 *     skipped files are not among them
 * @param digest of the names and contents of all files: SHA-256 in hexadecimal
 */
public record Configuration(Desired desired, Policy policy, List<ReadFile> files, String digest) {
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

  static Configuration of(Desired desired, Policy policy, List<ReadFile> files) {
    return new Configuration(desired, policy, files, Digests.of(files));
  }
}
