package dev.orgform.sandbox;

/**
 * Where an answer is cut off.
 *
 * @param bytes how many bytes are sent, for {@link Place#BYTE} alone
 */
public record Cut(Place place, int bytes) {
  /** A count of bytes, or the middle of a part of the answer. */
  public enum Place {
    BYTE,
    HEADERS,
    BODY
  }

  static final Cut HEADERS = new Cut(Place.HEADERS, 0);
  static final Cut BODY = new Cut(Place.BODY, 0);

  static Cut at(int bytes) {
    return new Cut(Place.BYTE, bytes);
  }

  /** How many bytes of such an answer are sent, where an empty body has its middle in the head. */
  int of(int head, int length) {
    return switch (place) {
      case BYTE -> Math.min(bytes, length);
      case HEADERS -> head / 2;
      case BODY -> length > head ? head + (length - head) / 2 : head - 1;
    };
  }

  @Override
  public String toString() {
    return switch (place) {
      case BYTE -> "@" + bytes;
      case HEADERS -> "(headers)";
      case BODY -> "(body)";
    };
  }
}
