package dev.orgform.documents;

import dev.orgform.plan.Grounds;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan in a file says beyond the plan, so that exactly it can be applied later; stands under
 * {@code x_orgform.saved}.
 *
 * @param expires when it stops counting
 * @param host the API's host that it was made from
 * @param identity whom it was made as, in words that hold no secret
 * @param origin the configuration that it was made from
 * @param grounds what its steps come from and rest on
 * @param fingerprints of the live objects that its steps touch or rest on
 */
public record Saved(
    Instant expires,
    String host,
    String identity,
    Origin origin,
    Grounds grounds,
    List<Fingerprint> fingerprints) {
  public Saved {
    fingerprints = List.copyOf(fingerprints);
  }

  /**
   * Where a configuration lies.
   *
   * @param paths files and folders, relative to the working directory
   * @param files SHA-256 in hex of each file that was read, by its name from there
   */
  public record Origin(List<String> paths, SortedMap<String, String> files) {
    public Origin {
      paths = List.copyOf(paths);
      files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** SHA-256 in hex over names and digests, a line {@code DIGEST NAME} for each file. */
    public String digest() {
      var lines = new StringBuilder();
      files.forEach((name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
      return PlanHash.sha256(lines.toString());
    }
  }
}
