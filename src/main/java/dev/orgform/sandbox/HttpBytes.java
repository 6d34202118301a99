package dev.orgform.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** An answer as the bytes of HTTP/1.1, framed by {@code Content-Length}. */
final class HttpBytes {
  private HttpBytes() {}

  static byte[] of(Answer answer) {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream(body.length + 512);
    bytes.writeBytes(head(answer, body.length));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** As {@link #of(Answer)} without the body. */
  static byte[] head(Answer answer) {
    return head(answer, answer.body().getBytes(StandardCharsets.UTF_8).length);
  }

  private static byte[] head(Answer answer, int length) {
    var head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (answer.status() != 204) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
