package dev.orgform.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the requests of a connection: HTTP/1.x with bodies framed by {@code Content-Length}. What
 * it cannot read leaves as {@link Denied}, and then nothing further can be read either.
 */
final class RequestReader {
  private static final int LONGEST_HEAD = 64 << 10;
  private static final int MOST_HEADERS = 200;
  private static final int DRAINED = 16 << 20;

  private final InputStream in;
  private final OutputStream out;
  private int head;

  RequestReader(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** A request, and whether its client wants to send another on this connection. */
  record Incoming(Request request, boolean kept) {}

  /** The next request, or nothing where the client sent no more. */
  Optional<Incoming> next() throws IOException {
    head = 0;
    var first = line();
    // A client may end a body with an empty line that belongs to nothing.
    if (first.isPresent() && first.get().isEmpty()) {
      first = line();
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = first.get().split(" ", -1);
    if (parts.length != 3
        || !parts[0].matches("[A-Z]{1,20}")
        || !parts[2].matches("HTTP/1\\.[01]")) {
      throw Denials.badRequest("The request line is not METHOD TARGET HTTP/1.1");
    }
    var headers = headers();
    String body = body(headers);
    boolean closes =
        Arrays.stream(headers.getOrDefault("Connection", "").split(",", -1))
            .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
    return Optional.of(
        new Incoming(
            Request.of(parts[0], parts[1], headers, body), parts[2].endsWith("1") && !closes));
  }

  private Map<String, String> headers() throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (int count = 0; ; count++) {
      String line = line().orElseThrow(() -> Denials.badRequest("The headers end in their middle"));
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon < 1 || count == MOST_HEADERS || !line.substring(0, colon).matches("[!-~]+")) {
        throw Denials.badRequest("A header is not NAME: VALUE, or there are too many");
      }
      headers.merge(
          line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
  }

  private String body(Map<String, String> headers) throws IOException {
    if (headers.containsKey("Transfer-Encoding")) {
      throw Denials.lengthRequired();
    }
    String length = headers.getOrDefault("Content-Length", "0");
    if (!length.matches("[0-9]{1,9}")) {
      throw Denials.badRequest("Content-Length is not a number of bytes");
    }
    int bytes = Integer.parseInt(length);
    if (bytes > DRAINED) {
      throw Denials.tooLarge(Doorway.LARGEST_BODY);
    }
    if (headers.getOrDefault("Expect", "").toLowerCase(Locale.ROOT).equals("100-continue")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    // Clients hear the refusal of a large body only when they could send all of it.
    byte[] body = in.readNBytes(bytes);
    if (body.length < bytes) {
      throw Denials.badRequest("The body ends in its middle");
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  /** A line without its end, or nothing at the end of the connection. */
  private Optional<String> line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return Optional.empty();
      }
      if (++head > LONGEST_HEAD) {
        throw Denials.badRequest("The headers are longer than " + LONGEST_HEAD + " bytes");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
