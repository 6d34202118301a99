package dev.orgform.plan;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import dev.orgform.model.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names the steps of a plan that only Support can undo, so that accepting them accepts these and no
 * others.
 */
final class OneWay {
  /** Enough to tell plans apart, and short enough to be read aloud. */
  private static final int LETTERS = 12;

  private OneWay() {}

  /**
   * A hash over what is done to which live object, whatever order the steps have; empty where every
   * step can be undone.
   */
  static Optional<String> hash(List<Step> steps) {
    var oneWay = steps.stream().filter(Step::oneWay).toList();
    return oneWay.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sha256(
                oneWay.stream()
                    .sorted(Comparator.comparing(Step::address))
                    .map(OneWay::line)
                    .collect(Collectors.joining())));
  }

  /** Somebody accepted other steps than these, which is no acceptance of these. */
  static Diagnostic otherAccepted(String accepted, Optional<String> hash) {
    return Diagnostic.warning(Code.OTHER_ONE_WAY, "The one-way steps accepted are not these")
        .because(
            "--accept-one-way=%s was given, and %s."
                .formatted(
                    accepted,
                    hash.map(one -> "this plan's hash is " + one)
                        .orElse("this plan has no step that cannot be undone")))
        .todo("Read what would be done, and give the hash that this plan shows, or none.");
  }

  private static String line(Step step) {
    return switch (step.change()) {
      case Change.Create create -> "create " + subject(create.wanted());
      case Change.Update update -> "update " + subject(update.live()) + update.differences() + "\n";
      case Change.Delete delete -> "delete " + subject(delete.live());
    };
  }

  /** Without its address and label, which are nobody's business but the YAML's. */
  private static String subject(Resource resource) {
    var fields = new TreeMap<>(resource.fields().values());
    if (resource.kind().form() instanceof Kind.Form.Labelled labelled) {
      fields.remove(labelled.label());
    }
    return resource.kind().name() + " " + resource.id().orElse("-") + " " + fields + "\n";
  }

  private static String sha256(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
