package dev.orgform.cli;

import dev.orgform.sandbox.Answer;
import dev.orgform.sandbox.Request;
import dev.orgform.sandbox.Sandbox;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A server that answers one request per connection from a sandbox, until at one request it does
 * what no sandbox does: it is gone for good, or answers with what it was told.
 */
final class Front implements AutoCloseable {
  private final ServerSocket listener;
  private final Sandbox sandbox;
  private final int number;
  private final Function<Request, byte[]> trick;
  private final boolean gone;

  private Front(Sandbox sandbox, int number, boolean gone, Function<Request, byte[]> trick) {
    this.sandbox = sandbox;
    this.number = number;
    this.gone = gone;
    this.trick = trick;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Thread.ofPlatform().daemon().name("front").start(this::serve);
    if (gone && number == 1) {
      close();
    }
  }

  /** From that request on nobody listens any more. */
  static Front goneAt(Sandbox sandbox, int number) {
    return new Front(sandbox, number, true, request -> new byte[0]);
  }

  /** That request is answered so, without any effect. */
  static Front saying(Sandbox sandbox, int number, Function<Request, byte[]> bytes) {
    return new Front(sandbox, number, false, bytes);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/client/v4";
  }

  private void serve() {
    for (int count = 1; !listener.isClosed(); count++) {
      try (Socket socket = listener.accept()) {
        if (gone && count == number - 1) {
          // Whoever is let in now is the last.
          listener.close();
        }
        var request = read(new BufferedInputStream(socket.getInputStream()));
        var bytes =
            count == number && !gone ? trick.apply(request) : bytes(sandbox.dispatch(request));
        socket.getOutputStream().write(bytes);
      } catch (IOException e) {
        // The listener was closed, or a client went.
      } catch (RuntimeException e) {
        // A defect of a test fails it at once, and not when clients have waited long enough.
        close();
        throw e;
      }
    }
  }

  private static Request read(InputStream in) throws IOException {
    var start = line(in).split(" ");
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return Request.of(start[0], start[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the client went");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  private static byte[] bytes(Answer answer) {
    return bytes(answer.status(), answer.headers(), answer.body());
  }

  static byte[] bytes(int status, Map<String, String> headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder("HTTP/1.1 " + status + " \r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (status != 204) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
