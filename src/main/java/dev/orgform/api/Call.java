package dev.orgform.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request in the API's own words: what to do, to which path below the base URL, with which
 * query and JSON body.
 *
 * @param path raw segments, each percent-encoded when sent; none is empty, a dot name or holds a
 *     control character, so that no argument can turn one endpoint into another
 * @param query names (dots stay) and values in the order given; a repeated name is sent repeatedly
 * @param body the JSON sent, if any; a GET has none
 * @param purpose what it is sent for, in the words of whoever sends it; only for what is noted of
 *     it, and never sent
 */
public record Call(
    Method method,
    List<String> path,
    List<Parameter> query,
    Optional<JsonNode> body,
    Optional<String> purpose) {

  /** What HTTP is asked to do. */
  public enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  /** One {@code name=value} of a query, both raw. */
  public record Parameter(String name, String value) {
    public Parameter {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a query parameter needs a name");
      }
      Percent.query(name);
      Percent.query(value);
    }
  }

  public Call {
    path = List.copyOf(path);
    query = List.copyOf(query);
    body = body.map(JsonNode::deepCopy);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a call needs a path");
    }
    path.forEach(Call::checkSegment);
    if (method == Method.GET && body.isPresent()) {
      throw new IllegalArgumentException("a GET carries no body");
    }
  }

  /** A call that serves nothing in particular. */
  public Call(Method method, List<String> path, List<Parameter> query, Optional<JsonNode> body) {
    this(method, path, query, body, Optional.empty());
  }

  public static Call get(String... path) {
    return new Call(Method.GET, List.of(path), List.of(), Optional.empty());
  }

  public static Call post(JsonNode body, String... path) {
    return new Call(Method.POST, List.of(path), List.of(), Optional.of(body));
  }

  public static Call put(JsonNode body, String... path) {
    return new Call(Method.PUT, List.of(path), List.of(), Optional.of(body));
  }

  public static Call delete(String... path) {
    return new Call(Method.DELETE, List.of(path), List.of(), Optional.empty());
  }

  /** The same call with one more query parameter, after those it has. */
  public Call query(String name, String value) {
    var longer = new ArrayList<>(query);
    longer.add(new Parameter(name, value));
    return new Call(method, path, longer, body, purpose);
  }

  /** The same call, sent for that purpose. */
  public Call serving(String what) {
    return new Call(method, path, query, body, Optional.of(what));
  }

  /**
   * Lets an id through that may stand in a path: {@code [0-9a-z]{1,32}}.
   *
   * @throws IllegalArgumentException for anything else, before a URL is built from it
   */
  public static String id(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException("not an id: ids are 1 to 32 of 0-9 and a-z");
    }
    return id;
  }

  /** Whether text has the form of an id, {@code [0-9a-z]{1,32}}. */
  public static boolean isId(String text) {
    return !text.isEmpty()
        && text.length() <= 32
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  }

  /** What follows the base URL, encoded: {@code /organizations?parent.id=null&page_size=1000}. */
  public String target() {
    var target = new StringBuilder();
    for (String segment : path) {
      target.append('/').append(Percent.segment(segment));
    }
    char before = '?';
    for (Parameter one : query) {
      target.append(before).append(Percent.query(one.name()));
      target.append('=').append(Percent.query(one.value()));
      before = '&';
    }
    return target.toString();
  }

  /** The call in one line for messages; no header and no body is in it, hence no secret. */
  public String line() {
    return method + " " + target();
  }

  @Override
  public String toString() {
    return line();
  }

  private static void checkSegment(String segment) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      throw new IllegalArgumentException("a path segment is empty or a dot name");
    }
    for (int i = 0; i < segment.length(); i++) {
      if (Character.isISOControl(segment.charAt(i))) {
        throw new IllegalArgumentException("a path segment holds a control character");
      }
    }
    Percent.segment(segment);
  }
}
