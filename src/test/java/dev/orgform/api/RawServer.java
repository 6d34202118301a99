package dev.orgform.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server whose every byte and every end of a connection is written by the test. */
final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

  /** What happens on one connection; it is closed afterwards. */
  interface Talk {
    void with(RawServer server, Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final AtomicInteger requests = new AtomicInteger();

  RawServer(Talk talk) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), talk);
  }

  RawServer(ServerSocket listener, Talk talk) {
    this.listener = listener;
    Thread.ofPlatform().daemon().start(() -> accept(talk));
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How many requests were read whole, over all connections. */
  int requests() {
    return requests.get();
  }

  /** Reads one request with its body; empty when the client is gone. */
  String read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    var bytes = new ByteArrayOutputStream();
    while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return "";
      }
      bytes.write(b);
    }
    String head = bytes.toString(StandardCharsets.ISO_8859_1);
    Matcher length = LENGTH.matcher(head);
    String body =
        length.find()
            ? new String(
                in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1)
            : "";
    requests.incrementAndGet();
    return head + body;
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Ends a connection with RST instead of FIN. */
  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept(Talk talk) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofPlatform().daemon().start(() -> talk(talk, socket));
      } catch (IOException e) {
        return; // Closed by the test.
      }
    }
  }

  private void talk(Talk talk, Socket socket) {
    try (socket) {
      talk.with(this, socket);
    } catch (IOException e) {
      // The client hung up, which is what many of these tests are about.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
