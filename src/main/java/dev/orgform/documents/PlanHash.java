package dev.orgform.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;

/** A name for what a plan would do. */
final class PlanHash {
  private PlanHash() {}

  /** SHA-256 in hex over the changes as JSON in one line each, in the order of their addresses. */
  static String of(Collection<PlannedChange> changes) {
    var sha = sha256();
    changes.stream()
        .sorted(Comparator.comparing(PlannedChange::address))
        .map(PlanHash::line)
        .forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(sha.digest());
  }

  /** SHA-256 in hex of a text's UTF-8. */
  static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String line(PlannedChange change) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("address", change.address().toString());
    json.put("type", change.type());
    json.set("change", PlanWriter.action(change));
    json.set("differences", PlanWriter.differences(change.fields()));
    json.set("waits_for", PlanWriter.waitsFor(change));
    return SafeJson.line(json) + "\n";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
