package dev.orgform.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request in the API's own words: what to do, to which path below the base URL, with which
 * query and JSON body.
 *
 * @param path raw segments, each percent-encoded when sent; none is empty, a dot name or holds a
 *     control character, so that no argument can turn one endpoint into another
 * @param query names (dots stay) and values in the order given; a repeated name is sent repeatedly
 * @param body the JSON sent, if any; a GET has none
 */
public record Call(
    Method method, List<String> path, List<Parameter> query, Optional<JsonNode> body) {

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
    return new Call(method, path, longer, body);
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
    String where = path.stream().map(Percent::segment).collect(Collectors.joining("/", "/", ""));
    if (query.isEmpty()) {
      return where;
    }
    return query.stream()
        .map(p -> Percent.query(p.name()) + "=" + Percent.query(p.value()))
        .collect(Collectors.joining("&", where + "?", ""));
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
    if (segment.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a path segment holds a control character");
    }
    Percent.segment(segment);
  }
}
