package dev.orgform.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers of an answer in the order they came; names compare without case. */
public record Headers(List<Header> all) {
  public static final Headers NONE = new Headers(List.of());

  /** One header line. */
  public record Header(String name, String value) {}

  public Headers {
    all = List.copyOf(all);
  }

  /** Headers from name, value, name, value and so on. */
  public static Headers of(String... namesAndValues) {
    var headers = new ArrayList<Header>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(headers);
  }

  /** The value of the first header of that name. */
  public Optional<String> first(String name) {
    for (Header header : all) {
      if (header.name().equalsIgnoreCase(name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }
}
