package dev.orgform.kill;

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
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server in front of a sandbox, at whose door a test can do what it likes to whoever comes. */
final class Door implements AutoCloseable {
  /** What is behind the door. */
  @FunctionalInterface
  interface Room {
    /** Has the request act, and gives its answer. */
    Answer enter(Request request);
  }

  /** Stands at the door. */
  @FunctionalInterface
  interface Porter {
    /**
     * Meets the request of that number, counted from 1 in the order of arrival.
     *
     * @param room where the request acts
     * @return what goes out; empty for nothing at all, ever
     */
    Optional<Answer> meets(int number, Request request, Room room) throws Exception;

    /** The answer to that request is with the client's machine. */
    default void sent(int number) throws Exception {}
  }

  private static final Porter OPEN = (number, request, room) -> Optional.of(room.enter(request));

  private final ServerSocket listener;
  private final Sandbox sandbox;
  private final Phaser guests = new Phaser(1);
  private Porter porter = OPEN;
  private int requests;

  Door(Sandbox sandbox) throws IOException {
    this.sandbox = sandbox;
    this.listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread.ofPlatform().daemon().start(this::accept);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/client/v4";
  }

  /** From now on this one stands there, and counts anew. */
  synchronized void porter(Porter other) {
    porter = other;
    requests = 0;
  }

  /** Everybody is let in. */
  void open() {
    porter(OPEN);
  }

  /** How many came since this porter stands there. */
  synchronized int requests() {
    return requests;
  }

  /** Returns when the requests of all clients that are gone have been heard to the end. */
  void quiet() throws IOException, InterruptedException, TimeoutException {
    // Guests are met in their turn: when this one is gone, all before it have been met.
    try (var last = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
      last.shutdownOutput();
      last.getInputStream().readAllBytes();
    }
    guests.awaitAdvanceInterruptibly(guests.arrive(), 60, TimeUnit.SECONDS);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        guests.register();
        Thread.ofPlatform().daemon().start(() -> welcome(socket));
      } catch (IOException e) {
        return; // Closed by the test.
      }
    }
  }

  private void welcome(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      for (var request = read(in); request.isPresent(); request = read(in)) {
        meet(request.get(), socket);
      }
    } catch (IOException e) {
      // The client was killed, which is what these tests are about.
    } catch (Exception e) {
      throw new AssertionError("a porter failed", e);
    } finally {
      guests.arriveAndDeregister();
    }
  }

  private void meet(Request request, Socket socket) throws Exception {
    Porter mine;
    int number;
    synchronized (this) {
      mine = porter;
      number = ++requests;
    }
    var answer = mine.meets(number, request, sandbox::dispatch);
    if (answer.isPresent()) {
      socket.getOutputStream().write(bytes(answer.get()));
      mine.sent(number);
    }
  }

  private static Optional<Request> read(InputStream in) throws IOException {
    var first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1));
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0").strip());
    var body = in.readNBytes(length);
    if (body.length < length) {
      return Optional.empty();
    }
    var words = first.split(" ");
    return Optional.of(
        Request.of(words[0], words[1], headers, new String(body, StandardCharsets.UTF_8)));
  }

  /** Up to a line's end; empty for an empty line, and where the client is gone. */
  private static String line(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return "";
      }
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static byte[] bytes(Answer answer) {
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder("HTTP/1.1 " + answer.status() + " \r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + body.length + "\r\n\r\n");
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
