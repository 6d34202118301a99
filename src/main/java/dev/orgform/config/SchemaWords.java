package dev.orgform.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what the schema objects to into diagnostics at the YAML that it objects to. */
final class SchemaWords {
  private final FormatSchema schema;
  private final Format format;
  private final Node.Mapping root;
  private final Findings findings;

  SchemaWords(FormatSchema schema, Format format, Node.Mapping root, Findings findings) {
    this.schema = schema;
    this.format = format;
    this.root = root;
    this.findings = findings;
  }

  /**
   * A place in the file and what people call it.
   *
   * @param label such as {@code `name`}
   * @param here the key where there is one, so that one line is underlined
   */
  private record Target(Node node, String label, Span here) {}

  void report(Error error) {
    var target = target(error);
    if (target.node instanceof Node.Scalar scalar && scalar.isBroken()) {
      return;
    }
    switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error, target);
      case "required" -> missingKey(error, target);
      case "propertyNames" ->
          findings.add(
              keyOf(target, error.getProperty()).span(), () -> badKey(error.getProperty()));
      case "pattern" -> findings.add(target.node.span(), () -> pattern(error, target));
      case "minLength" -> findings.add(target.node.span(), () -> empty(target));
      case "type" -> findings.add(target.node.span(), () -> wrongType(error, target));
      default -> throw new IllegalStateException("no words for " + error.getKeyword());
    }
  }

  private Target target(Error error) {
    var path = error.getInstanceLocation();
    Node node = root;
    var label = "the file";
    var here = root.span();
    for (int i = 0; i < path.getNameCount(); i++) {
      switch (node) {
        case Node.Mapping mapping -> {
          var entry = mapping.entries().get(String.valueOf(path.getElement(i)));
          if (entry == null) {
            throw new IllegalStateException("no node at " + path);
          }
          node = entry.value();
          label = Characters.code(entry.key().text());
          here = entry.key().span();
        }
        case Node.Sequence sequence -> {
          node = sequence.items().get(((Number) path.getElement(i)).intValue());
          label = "an item of " + label;
          here = node.span();
        }
        case Node.Scalar scalar -> throw new IllegalStateException("no node at " + path);
      }
    }
    return new Target(node, label, here);
  }

  private void unknownKey(Error error, Target target) {
    var key = keyOf(target, error.getProperty());
    findings.add(
        key.span(),
        () -> {
          var known = properties(error);
          return Diagnostic.error(
                  Code.UNKNOWN_KEY, "The key " + Characters.code(key.text()) + " is unknown here")
              .because("Known here: " + String.join(", ", known) + ".")
              .todo(
                  Nearest.to(key.text(), known)
                      .map(word -> "Did you mean `" + word + "`?")
                      .or(() -> belongs(key.text()))
                      .orElse("Delete it, or correct its spelling."));
        });
  }

  /** For a field of a block that stands one level too high or too low. */
  private Optional<String> belongs(String key) {
    return format.blocks().entrySet().stream()
        .filter(block -> block.getValue().field(key).isPresent())
        .map(block -> "`" + key + "` belongs under `" + block.getKey() + "`.")
        .findFirst();
  }

  private void missingKey(Error error, Target target) {
    var missing = error.getProperty();
    var known = properties(error);
    boolean misspelled =
        ((Node.Mapping) target.node)
            .entries().keySet().stream()
                .filter(key -> !known.contains(key))
                .anyMatch(key -> Nearest.to(key, known).filter(missing::equals).isPresent());
    if (!misspelled) {
      findings.add(
          target.here,
          () ->
              Diagnostic.error(
                      Code.MISSING_KEY,
                      Characters.sentence(target.label) + " has no `" + missing + "`")
                  .because(description(schema.around(error).path("properties").path(missing)))
                  .todo("Add `" + missing + ": …`."));
    }
  }

  private static Diagnostic badKey(String key) {
    return Diagnostic.error(Code.BAD_KEY, Characters.quote(key) + " cannot be a key")
        .because(
            "A key makes the address of an organization: at most 64 letters, digits, `-` and `_`,"
                + " beginning with a letter or digit.")
        .todo("Choose such a key; what Cloudflare shows is `name`.");
  }

  private static Diagnostic pattern(Error error, Target target) {
    var text = ((Node.Scalar) target.node).text();
    return error.getSchemaLocation().getFragment().contains("id")
        ? Ids.bad((Node.Scalar) target.node)
        : badKey(text);
  }

  private static Diagnostic empty(Target target) {
    return Names.empty(target.label);
  }

  private Diagnostic wrongType(Error error, Target target) {
    var around = schema.around(error);
    var wanted = wanted(around.path("type"));
    var subject = Characters.sentence(target.label);
    if (target.node instanceof Node.Scalar scalar && scalar.isNull()) {
      return Diagnostic.error(
              Code.PLAIN_NULL, subject + " has no value, but " + wanted + " is wanted")
          .because("What is not said is left alone; what is said to be empty is emptied.")
          .todo(
              wanted.startsWith("text")
                  ? "Write \"\" for empty, quotes around a word such as \"null\", or delete the"
                        + " key."
                  : "Write " + wanted + ", or delete the key.");
    }
    return Diagnostic.error(
            Code.WRONG_TYPE,
            subject + " is " + kind(target.node) + ", but " + wanted + " is wanted")
        .because(description(around))
        .todo("Write " + wanted + ".");
  }

  private static String kind(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> "text";
      case Node.Mapping mapping -> "a map";
      case Node.Sequence sequence -> "a list";
    };
  }

  private static String wanted(JsonNode types) {
    var words = new ArrayList<String>();
    for (var type : types.isArray() ? types : List.of(types)) {
      var word =
          switch (type.asText()) {
            case "object" -> "a map";
            case "array" -> "a list";
            default -> "text";
          };
      if (!words.contains(word)) {
        words.add(word);
      }
    }
    return String.join(" or ", words);
  }

  private List<String> properties(Error error) {
    var names = new ArrayList<String>();
    schema.around(error).path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String description(JsonNode around) {
    return around.path("description").asText();
  }

  private static Node.Scalar keyOf(Target target, String key) {
    var entry = ((Node.Mapping) target.node).entries().get(key);
    if (entry == null) {
      throw new IllegalStateException("no key " + key);
    }
    return entry.key();
  }
}
