package dev.orgform.documents;

import dev.orgform.plan.Change;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a change does, in Terraform's words for it. */
public enum Verb {
  CREATE,
  UPDATE,
  DELETE;

  /** The word in {@code change.actions}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The verb of a change. */
  public static Verb of(Change change) {
    return switch (change) {
      case Change.Create create -> CREATE;
      case Change.Update update -> UPDATE;
      case Change.Delete delete -> DELETE;
    };
  }

  static Optional<Verb> parse(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
  }
}
