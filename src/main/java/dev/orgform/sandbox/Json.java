package dev.orgform.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** JSON text to trees and back, in a way that leaves numbers spelled as they were. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array(Collection<? extends JsonNode> items) {
    return JsonNodeFactory.instance.arrayNode().addAll(items);
  }

  static ArrayNode texts(Collection<String> items) {
    var array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return array;
  }

  /** The tree of a JSON text; an empty text is the missing node. */
  static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** What is wrong with a text that is not JSON, without the parser's account of its source. */
  static String fault(JsonProcessingException e) {
    return e.getOriginalMessage().replaceFirst("(?s)\\s*\\([^()]*\\[Source:.*", "");
  }

  /** Whether every text in the tree is Unicode, that is, none has half a surrogate pair. */
  static boolean isUnicode(JsonNode tree) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(write(tree));
  }

  /** The member that is there and not null. */
  static Optional<JsonNode> member(ObjectNode object, String name) {
    return object.path(name).isMissingNode() || object.path(name).isNull()
        ? Optional.empty()
        : Optional.of(object.path(name));
  }

  /** One line. */
  static String write(JsonNode node) {
    return node.toString();
  }

  /** Indented, with a line end, for files that people open. */
  static String pretty(JsonNode node) {
    return node.toPrettyString() + "\n";
  }
}
