package dev.orgform.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which credential each operation takes: Cloudflare's "Limitations and troubleshooting" page of
 * October 2026, which is newer than the OpenAPI file and wins where they differ.
 */
public enum Right {
  LIST_ORGANIZATIONS(Call.Method.GET, "organizations", "list organizations", "User Details Read"),
  CREATE_ORGANIZATION(
      Call.Method.POST, "organizations", "create an organization", "User Details Write"),
  READ_ORGANIZATION(Call.Method.GET, "organizations/*", "read one organization"),
  RENAME_ORGANIZATION(Call.Method.PUT, "organizations/*", "rename an organization"),
  DELETE_ORGANIZATION(Call.Method.DELETE, "organizations/*", "delete an organization"),
  READ_PROFILE(Call.Method.GET, "organizations/*/profile", "read an organization's profile"),
  WRITE_PROFILE(Call.Method.PUT, "organizations/*/profile", "change an organization's profile");

  private final Call.Method method;
  private final List<String> path;
  private final String words;
  private final Optional<String> tokenPermission;

  /** An operation that only the Global API key may do. */
  Right(Call.Method method, String path, String words) {
    this(method, path, words, Optional.empty());
  }

  /** An operation that the key may do, and a user's token with that permission. */
  Right(Call.Method method, String path, String words, String tokenPermission) {
    this(method, path, words, Optional.of(tokenPermission));
  }

  Right(Call.Method method, String path, String words, Optional<String> tokenPermission) {
    this.method = method;
    this.path = List.of(path.split("/"));
    this.words = words;
    this.tokenPermission = tokenPermission;
  }

  /** The row of a call; empty for operations that the table does not know. */
  public static Optional<Right> of(Call call) {
    for (Right right : values()) {
      if (right.covers(call)) {
        return Optional.of(right);
      }
    }
    return Optional.empty();
  }

  /** The operations among these that the credentials cannot do, in the table's order, each once. */
  public static List<Right> missing(Collection<Right> needed, Credentials credentials) {
    return needed.stream()
        .filter(right -> !right.isOpenTo(credentials))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether only the Global API key may do it. */
  public boolean needsKey() {
    return tokenPermission.isEmpty();
  }

  /** The least permission with which a user's token may do it, where one may. */
  public Optional<String> tokenPermission() {
    return tokenPermission;
  }

  /** Whether credentials of that sort may do it, given the permissions of their user. */
  public boolean isOpenTo(Credentials credentials) {
    return switch (credentials) {
      case Credentials.Token token -> !needsKey();
      case Credentials.GlobalKey key -> true;
    };
  }

  /** What it does: {@code rename an organization}. */
  public String words() {
    return words;
  }

  private boolean covers(Call call) {
    if (call.method() != method || call.path().size() != path.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!path.get(i).equals("*") && !path.get(i).equals(call.path().get(i))) {
        return false;
      }
    }
    return true;
  }
}
