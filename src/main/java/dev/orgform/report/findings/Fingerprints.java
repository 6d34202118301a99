package dev.orgform.report.findings;

import dev.orgform.model.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names for findings by which they are known again: made of the rule and the address, so that
 * neither another line nor another value makes a finding a new one.
 */
public final class Fingerprints {
  private Fingerprints() {}

  /**
   * One for each finding, 64 letters of hexadecimal; no two are the same. Where several findings
   * have one rule and one address, they are told apart by their order.
   */
  public static List<String> of(List<Finding> findings) {
    Map<String, Integer> met = new TreeMap<>();
    var all = new ArrayList<String>();
    for (var one : findings) {
      var subject = hash(List.of(one.rule().id(), one.address().map(Address::toString).orElse("")));
      int before = met.merge(subject, 1, Integer::sum) - 1;
      all.add(before == 0 ? subject : hash(List.of(subject, String.valueOf(before))));
    }
    return List.copyOf(all);
  }

  static String hash(List<String> parts) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
