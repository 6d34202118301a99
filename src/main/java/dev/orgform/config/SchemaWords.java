package dev.orgform.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what the schema objects to into diagnostics at the YAML that it objects to. */
final class SchemaWords {
  private final FormatSchema schema;
  private final Map<String, Kind> blocks;
  private final Findings findings;

  /**
   * With words for fields that stand outside of their block.
   *
   * @param blocks the kinds that stand as maps, by their word
   */
  SchemaWords(FormatSchema schema, Map<String, Kind> blocks, Findings findings) {
    this.schema = schema;
    this.blocks = blocks;
    this.findings = findings;
  }

  /** Reports everything that is wrong with one file by itself. */
  void check(Node.Mapping root) {
    for (var error : schema.check(root)) {
      var target = SchemaTarget.of(error, root);
      if (!(target.node() instanceof Node.Scalar scalar && scalar.isBroken())) {
        report(error, target);
      }
    }
  }

  private void report(Error error, SchemaTarget target) {
    switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error, target.key(error.getProperty()));
      case "required" -> missingKey(error, target);
      case "propertyNames" -> {
        var key = target.key(error.getProperty());
        findings.add(key.span(), () -> isLabel(error) ? badLabel(key) : badKey(key));
      }
      case "pattern" -> findings.add(target.node().span(), () -> pattern(error, target));
      case "minLength" -> findings.add(target.node().span(), () -> Names.empty(target.label()));
      case "enum" -> findings.add(target.node().span(), () -> noChoice(error, target));
      case "minItems", "minProperties" -> findings.add(target.span(), () -> empty(error, target));
      case "type" -> findings.add(target.node().head(), () -> wrongType(error, target));
      default -> throw new IllegalStateException("no words for " + error.getKeyword());
    }
  }

  private void unknownKey(Error error, Node.Scalar key) {
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

  /** For a field of a block that stands outside of it. */
  private Optional<String> belongs(String key) {
    return blocks.entrySet().stream()
        .filter(block -> block.getValue().field(key).isPresent())
        .map(block -> "`" + key + "` belongs under `" + block.getKey() + "`.")
        .findFirst();
  }

  private void missingKey(Error error, SchemaTarget target) {
    var missing = error.getProperty();
    if (!isMisspelled(missing, properties(error), target.node())) {
      findings.add(
          target.span(),
          () ->
              Diagnostic.error(
                      Code.MISSING_KEY,
                      Characters.sentence(target.label()) + " has no `" + missing + "`")
                  .because(
                      schema.description(schema.around(error).path("properties").path(missing)))
                  .todo("Add `" + missing + ": …`."));
    }
  }

  /** Whether the key is there under an unknown name, which is reported already. */
  private static boolean isMisspelled(String missing, List<String> known, Node node) {
    return node instanceof Node.Mapping mapping
        && mapping.entries().keySet().stream()
            .filter(key -> !known.contains(key))
            .anyMatch(key -> Nearest.to(key, known).filter(missing::equals).isPresent());
  }

  private Diagnostic pattern(Error error, SchemaTarget target) {
    if (target.node() instanceof Node.Scalar text) {
      var rule = error.getSchemaLocation().getFragment().toString();
      return switch (rule) {
        case "/$defs/id/pattern" -> Ids.bad(text);
        case "/$defs/key/pattern" -> badKey(text);
        default ->
            badValue(text, target)
                .because(schema.description(schema.around(error)))
                .todo("Write, for example, " + example(schema.around(error)) + ".");
      };
    }
    throw new IllegalStateException("a pattern is for text");
  }

  private static String example(JsonNode around) {
    return around.path("examples").path(0).asText();
  }

  private Diagnostic noChoice(Error error, SchemaTarget target) {
    if (target.node() instanceof Node.Scalar text) {
      var choices = new ArrayList<String>();
      schema.around(error).path("enum").forEach(choice -> choices.add(choice.asText()));
      return badValue(text, target)
          .because("Possible here: " + String.join(", ", choices) + ".")
          .todo(
              Nearest.to(text.text(), choices)
                  .map(word -> "Did you mean `" + word + "`?")
                  .orElse("Choose one of them."));
    }
    throw new IllegalStateException("a choice is between texts");
  }

  private static Diagnostic badValue(Node.Scalar text, SchemaTarget target) {
    return Diagnostic.error(
        Code.BAD_VALUE,
        Characters.sentence(text.shown()) + " is not possible for " + target.label());
  }

  private Diagnostic empty(Error error, SchemaTarget target) {
    return Diagnostic.error(
            Code.BAD_VALUE, Characters.sentence(target.label()) + " is there but says nothing")
        .because(schema.description(schema.around(error)))
        .todo("Say something under it, or delete it.");
  }

  private static Diagnostic badKey(Node.Scalar key) {
    return Diagnostic.error(Code.BAD_KEY, Characters.sentence(key.shown()) + " cannot be a key")
        .because(
            "A key makes the address of an organization: at most 64 letters, digits, `-` and `_`,"
                + " beginning with a letter or digit.")
        .todo("Choose such a key; what Cloudflare shows is `name`.");
  }

  private boolean isLabel(Error error) {
    return schema.around(error).path("propertyNames").path("$ref").asText().endsWith("/label");
  }

  private static Diagnostic badLabel(Node.Scalar label) {
    return Diagnostic.error(Code.BAD_KEY, Characters.sentence(label.shown()) + " cannot be a label")
        .because(
            "A label is at most 64 letters, digits, `-` and `_`, beginning with a letter or digit.")
        .todo("Choose such a label; it is yours alone, and the id behind it says what is meant.");
  }

  private Diagnostic wrongType(Error error, SchemaTarget target) {
    var around = schema.around(error);
    var wanted = wanted(around.path("type"));
    var subject = Characters.sentence(target.label());
    if (target.node() instanceof Node.Scalar scalar && scalar.isNull()) {
      return Diagnostic.error(
              Code.PLAIN_NULL, subject + " has no value, but " + wanted + " is wanted")
          .because("What is not said is left alone; what is said to be empty is emptied.")
          .todo(remedyOfNothing(wanted, around.has("pattern") || around.has("minLength")));
    }
    return Diagnostic.error(
            Code.WRONG_TYPE,
            subject + " is " + kind(target.node()) + ", but " + wanted + " is wanted")
        .because(schema.description(around))
        .todo(remedy(wanted));
  }

  private static String remedyOfNothing(String wanted, boolean neverEmpty) {
    if (!wanted.startsWith("text") && !wanted.equals("a number")) {
      return "Delete the key, or say something under it.";
    }
    if (wanted.equals("a number")) {
      return "Write one, or delete the key.";
    }
    return neverEmpty
        ? "Write one, in quotes if it is a word such as \"null\"."
        : "Write \"\" for empty, quote a word such as \"null\", or delete the key.";
  }

  private static String remedy(String wanted) {
    return switch (wanted) {
      case "text" -> "Write one text; quote it if it begins with a sign.";
      case "a number" -> "Write one whole number.";
      case "a list" -> "Write a list, such as [one, two].";
      case "a map" -> "Write a map, one `key: value` a line.";
      default -> "Write text, or a map with one `key: value` a line.";
    };
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
    var kinds = types.isArray() ? types : List.of(types);
    for (var type : kinds) {
      if (type.asText().equals("integer")) {
        return "a number";
      }
    }
    for (var type : kinds) {
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
}
