package dev.orgform.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgform.model.Address;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON in one line of ASCII, and how its parts are taken out again. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // No line feed of any script, and a lone surrogate comes back as what it was.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private Json() {}

  /** It is not JSON, or a part is missing or of another type. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super(null, null, false, false);
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static byte[] write(ObjectNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  static JsonNode read(byte[] bytes) throws Malformed {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new Malformed();
    }
  }

  static JsonNode object(JsonNode node, String name) throws Malformed {
    return typed(node.path(name), node.path(name).isObject());
  }

  static String text(JsonNode node, String name) throws Malformed {
    return typed(node.path(name), node.path(name).isTextual()).textValue();
  }

  static int number(JsonNode node, String name) throws Malformed {
    return typed(node.path(name), node.path(name).isInt()).intValue();
  }

  static long big(JsonNode node, String name) throws Malformed {
    return typed(node.path(name), node.path(name).canConvertToLong()).longValue();
  }

  static Optional<String> maybe(JsonNode node, String name) throws Malformed {
    return node.has(name) ? Optional.of(text(node, name)) : Optional.empty();
  }

  static Instant time(JsonNode node, String name) throws Malformed {
    try {
      return Instant.parse(text(node, name));
    } catch (DateTimeParseException e) {
      throw new Malformed();
    }
  }

  static Address address(JsonNode node, String name) throws Malformed {
    try {
      return Address.parse(text(node, name));
    } catch (IllegalArgumentException e) {
      throw new Malformed();
    }
  }

  static List<JsonNode> list(JsonNode node, String name) throws Malformed {
    var items = new ArrayList<JsonNode>();
    typed(node.path(name), node.path(name).isArray()).forEach(items::add);
    return items;
  }

  static List<String> texts(JsonNode node, String name) throws Malformed {
    var texts = new ArrayList<String>();
    for (var item : list(node, name)) {
      texts.add(typed(item, item.isTextual()).textValue());
    }
    return texts;
  }

  private static JsonNode typed(JsonNode node, boolean fits) throws Malformed {
    if (!fits) {
      throw new Malformed();
    }
    return node;
  }
}
