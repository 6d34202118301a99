package dev.orgform.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A header that is a list with parameters, such as {@code "default";q=1200;w=300, "burst";q=9;w=1}
 * (RFC 9651). What stands in quotation marks is text, whatever it spells.
 *
 * @param members the parameters of each member as they are written, in order; none where the
 *     quotation marks do not pair, as such a field is to be ignored whole
 */
record StructuredList(List<Map<String, String>> members) {
  private static final String WHOLE_NUMBER = "[0-9]{1,9}";

  static StructuredList of(String field) {
    var members = new ArrayList<Map<String, String>>();
    var parts = new ArrayList<String>();
    int from = 0;
    boolean quoted = false;
    for (int at = 0; at < field.length(); at++) {
      char c = field.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted && c == '\\') {
        at++;
      } else if (!quoted && (c == ';' || c == ',')) {
        parts.add(field.substring(from, at));
        from = at + 1;
        if (c == ',') {
          members.add(parameters(parts));
          parts.clear();
        }
      }
    }
    parts.add(field.substring(from));
    members.add(parameters(parts));
    return new StructuredList(quoted ? List.of() : List.copyOf(members));
  }

  /** What follows the member itself; of two with one name the last counts. */
  private static Map<String, String> parameters(List<String> parts) {
    var parameters = new TreeMap<String, String>();
    for (var part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return parameters;
  }

  /** The parameters of the first member that has one of these. */
  Numbers first(String one, String other) {
    return new Numbers(
        members.stream()
            .filter(member -> member.containsKey(one) || member.containsKey(other))
            .findFirst()
            .orElse(Map.of()));
  }

  /** One member's parameters, of which only whole numbers make sense. */
  record Numbers(Map<String, String> parameters) {
    OptionalInt get(String name) {
      var text = parameters.getOrDefault(name, "");
      return text.matches(WHOLE_NUMBER)
          ? OptionalInt.of(Integer.parseInt(text))
          : OptionalInt.empty();
    }
  }
}
