package dev.orgform.audit;

import dev.orgform.model.JsonText;
import dev.orgform.model.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of an audit log. Every member may be missing, and words may be new.
 *
 * @param whole as it was answered; hostile in any output
 */
public record Entry(Value.Tree whole) {
  private static final Set<String> FAILED = Set.of("failure", "failed", "false", "error");

  /** What stands at a path of names. */
  public Optional<Value> at(String... path) {
    Value value = whole;
    for (String name : path) {
      var tree = tree(value);
      if (tree.isEmpty() || !tree.get().branches().containsKey(name)) {
        return Optional.empty();
      }
      value = tree.get().branches().get(name);
    }
    return Optional.of(value).filter(one -> !(one instanceof Value.None));
  }

  /** A text, or a number or flag as text, that is not empty. */
  public Optional<String> text(String... path) {
    return at(path)
        .map(
            value ->
                switch (value) {
                  case Value.Text text -> text.text();
                  case Value.Number number -> number.number().toPlainString();
                  case Value.Flag flag -> String.valueOf(flag.on());
                  default -> "";
                })
        .filter(text -> !text.isEmpty());
  }

  /** Its id, empty where it has none. */
  public String id() {
    return text("id").orElse("");
  }

  /** When it happened. */
  public Optional<Instant> time() {
    try {
      return text("action", "time").map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether nothing speaks against its having had an effect. */
  boolean isChange() {
    boolean failed = text("action", "result").map(FAILED::contains).orElse(false);
    boolean refused = text("raw", "status_code").map(code -> code.matches("[45]..")).orElse(false);
    boolean looked = text("action", "type").map("view"::equals).orElse(false);
    return !failed
        && !refused
        && !looked
        && !text("raw", "method").map("GET"::equals).orElse(false);
  }

  Optional<String> ray() {
    return text("raw", "cf_ray_id").map(Entry::ray);
  }

  /** A ray without the place that answered. */
  static String ray(String any) {
    int hyphen = any.indexOf('-');
    return (hyphen < 0 ? any : any.substring(0, hyphen)).toLowerCase(Locale.ROOT);
  }

  /** A tree, or a text that spells one. */
  static Optional<Value.Tree> tree(Value value) {
    return switch (value) {
      case Value.Tree tree -> Optional.of(tree);
      case Value.Json json -> tree(json.content());
      case Value.Text text -> JsonText.parse(text.text()).flatMap(Entry::onlyTree);
      default -> Optional.empty();
    };
  }

  private static Optional<Value.Tree> onlyTree(Value value) {
    return value instanceof Value.Tree tree ? Optional.of(tree) : Optional.empty();
  }
}
