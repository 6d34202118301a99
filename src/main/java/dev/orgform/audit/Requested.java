package dev.orgform.audit;

import dev.orgform.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an entry says was asked for.
 *
 * @param path without query and without what stands before {@code organizations} or {@code
 *     accounts}; empty where the entry does not have it
 * @param request the body; empty where the entry does not carry it
 * @param response what was answered; empty where the entry does not carry it
 */
record Requested(
    Optional<List<String>> path, Optional<Value.Tree> request, Optional<Value.Tree> response) {
  private static final Pattern START = Pattern.compile(".*?/(?=(organizations|accounts)(/|$))");
  private static final Pattern HIDDEN = Pattern.compile("\\*+|.*redacted.*");

  static Requested of(Entry entry) {
    return new Requested(
        entry.text("raw", "uri").map(Requested::path),
        entry.at("resource", "request").flatMap(Entry::tree).filter(t -> !t.branches().isEmpty()),
        entry.at("resource", "response").flatMap(Entry::tree).map(Requested::result));
  }

  /** A path in its parts, without query, host and version. */
  static List<String> path(String uri) {
    var bare = uri.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    return List.of(START.matcher("/" + bare.replaceFirst("^/", "")).replaceFirst("").split("/"));
  }

  private static Value.Tree result(Value.Tree response) {
    return response.branches().get("result") instanceof Value.Tree result ? result : response;
  }

  boolean is(String... parts) {
    return path.filter(found -> matches(found, parts)).isPresent();
  }

  /** A star stands for any part. */
  private static boolean matches(List<String> found, String... parts) {
    if (found.size() != parts.length) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].equals("*") && !parts[i].equals(found.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The last part of the path. */
  String last() {
    return path.map(List::getLast).orElse("");
  }

  /** The id that was answered. */
  Optional<String> answeredId() {
    return find(response, "id").or(() -> find(response, "account_id"));
  }

  /** What stands in the request at a path of names. */
  Optional<Value> at(String... path) {
    return request.flatMap(tree -> new Entry(tree).at(path));
  }

  /** Whether a text of the request or the response is this one, in any case. */
  boolean mentions(String text) {
    return request.filter(tree -> mentions(tree, text)).isPresent()
        || response.filter(tree -> mentions(tree, text)).isPresent();
  }

  private static boolean mentions(Value value, String text) {
    return switch (value) {
      case Value.Text one -> one.text().equalsIgnoreCase(text);
      case Value.Tree tree -> tree.branches().values().stream().anyMatch(v -> mentions(v, text));
      case Value.Many many -> many.values().stream().anyMatch(v -> mentions(v, text));
      default -> false;
    };
  }

  /** A text of the request, else of the response, at a path of names; it may be empty. */
  Optional<String> text(String... path) {
    return find(request, path).or(() -> find(response, path));
  }

  private static Optional<String> find(Optional<Value.Tree> tree, String... path) {
    return tree.flatMap(whole -> new Entry(whole).at(path)).flatMap(Requested::text);
  }

  private static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Text text -> Optional.of(text.text());
      case Value.Json json -> Optional.of(json.spelling());
      default -> Optional.empty();
    };
  }

  /**
   * What a field was set to; empty where the entry does not carry it, or only in a form that hides
   * it.
   */
  Optional<String> carried(String field) {
    return text(field)
        .or(() -> text("profile", field))
        .filter(text -> !HIDDEN.matcher(text.toLowerCase(Locale.ROOT)).matches());
  }

  /** Whether the request says for certain that it left the field alone. */
  boolean leavesAlone(String field) {
    return request.isPresent()
        && !request.get().branches().containsKey(field)
        && !request.get().branches().containsKey("profile");
  }
}
