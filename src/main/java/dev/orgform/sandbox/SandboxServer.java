package dev.orgform.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A sandbox behind a port of this machine that nobody else can reach. */
public final class SandboxServer implements AutoCloseable {
  private static final int DRAINED = 16 << 20;

  /** Waits, or is interrupted. */
  @FunctionalInterface
  public interface Pause {
    void take(Duration duration) throws InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Sandbox sandbox;
  private final Pause pause;

  private SandboxServer(Sandbox sandbox, HttpServer server, Pause pause) {
    this.sandbox = sandbox;
    this.server = server;
    this.pause = pause;
  }

  /** As the other, waiting in real time. */
  public static SandboxServer start(Sandbox sandbox, int port) {
    return start(sandbox, port, Thread::sleep);
  }

  /**
   * Serves the sandbox on 127.0.0.1 until it is closed.
   *
   * @param port the port, or 0 for any that is free; {@link Refused} says when it is taken
   * @param pause how the {@code latency} knob waits
   */
  public static SandboxServer start(Sandbox sandbox, int port, Pause pause) {
    try {
      var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      var http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
      var server = new SandboxServer(sandbox, http, pause);
      http.createContext("/", server::serve);
      http.setExecutor(server.threads);
      http.start();
      return server;
    } catch (BindException e) {
      throw new Refused("Port " + port + " is in use; choose another, or 0 for any free one.");
    } catch (IOException e) {
      throw new Refused(
          "The sandbox cannot listen on port %d: %s.".formatted(port, e.getMessage()));
    }
  }

  /** What clients take as the base of all paths, e.g. {@code http://127.0.0.1:8787/client/v4}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port() + Routes.BASE);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  /** Stops at once: requests under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(read(exchange)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A defect of ours is still an answer, because a client cannot tell a closed socket from a lost
   * reply.
   */
  private Answer answer(Request request) {
    try {
      return sandbox.dispatch(request);
    } catch (RuntimeException e) {
      return Denials.broken("The sandbox has a defect: " + e).answer();
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, all) -> headers.put(name, String.join(", ", all)));
    var in = exchange.getRequestBody();
    byte[] body = in.readNBytes(Doorway.LARGEST_BODY + 1);
    // Clients hear the refusal of a large body only when they could send the rest of it.
    in.readNBytes(DRAINED);
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
    pause.take(sandbox.knobs().get(KnobList.LATENCY));
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
