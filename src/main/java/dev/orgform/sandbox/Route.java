package dev.orgform.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One operation of the API: where it is, what a token may, and what it does. */
record Route(String method, List<String> template, Tokens tokens, Handler handler) {
  /** Takes a request and the estate as it is, and gives the answer and the estate as it then is. */
  @FunctionalInterface
  interface Handler {
    Next<Answer> handle(Visit visit);
  }

  /** A path such as {@code /organizations/{organization_id}}, without the base of all paths. */
  static Route of(String method, String path, Tokens tokens, Handler handler) {
    return new Route(method, List.of(path.substring(1).split("/", -1)), tokens, handler);
  }

  /** Whether it is about an organization itself, and not about what is in it. */
  boolean isOfOrganization() {
    return template.getFirst().equals("organizations")
        && (template.size() <= 2 || template.getLast().equals("profile"));
  }

  /** The values of the template's variables when the path is this route's. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != template.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < path.size(); i++) {
      if (!isVariable(template.get(i)) && !template.get(i).equals(path.get(i))) {
        return Optional.empty();
      }
    }
    var variables = new TreeMap<String, String>();
    for (int i = 0; i < path.size(); i++) {
      String part = template.get(i);
      if (isVariable(part)) {
        variables.put(part.substring(1, part.length() - 1), path.get(i));
      }
    }
    return Optional.of(variables);
  }

  private static boolean isVariable(String part) {
    return part.startsWith("{");
  }
}
