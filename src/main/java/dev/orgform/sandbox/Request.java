package dev.orgform.sandbox;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One HTTP request.
 *
 * @param method upper case, e.g. {@code GET}
 * @param target path and query as they were sent, percent-encoded, e.g. {@code
 *     /client/v4/organizations?parent.id=null}
 * @param headers one value each, names without regard to case
 * @param body the text of the body, empty when there is none
 */
public record Request(
    String method, String target, SortedMap<String, String> headers, String body) {
  private static final List<String> LISTS = List.of("organizations", "members", "accounts");

  public Request {
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = Collections.unmodifiableSortedMap(copy);
  }

  /** A request with these headers. */
  public static Request of(String method, String target, Map<String, String> headers, String body) {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    return new Request(method, target, sorted, body);
  }

  /** The header without surrounding blanks; a blank header counts as absent. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  Request with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new Request(method, target, more, body);
  }

  /** Whether its method may change something. */
  boolean isMutation() {
    return !method.equals("GET") && !method.equals("HEAD");
  }

  boolean isCreate() {
    return method.equals("POST") && isOfAll();
  }

  boolean isList() {
    return method.equals("GET") && LISTS.contains(bare().substring(bare().lastIndexOf('/') + 1));
  }

  boolean isRename() {
    return method.equals("PUT") && !path().endsWith("/profile");
  }

  /** Whether it is about memberships, whose ids are not those of organizations. */
  boolean isOfMembers() {
    return path().contains("/members");
  }

  private boolean isOfAll() {
    return bare().equals(Routes.BASE + "/organizations");
  }

  /** The path without a slash at its end. */
  String bare() {
    return path().endsWith("/") ? path().substring(0, path().length() - 1) : path();
  }

  String path() {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  String query() {
    int question = target.indexOf('?');
    return question < 0 ? "" : target.substring(question + 1);
  }
}
