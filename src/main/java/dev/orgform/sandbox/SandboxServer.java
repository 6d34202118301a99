package dev.orgform.sandbox;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A sandbox behind a port of this machine that nobody else can reach; it speaks HTTP/1.1 on bare
 * sockets, so that whatever goes wrong does so on the wire.
 */
public final class SandboxServer implements AutoCloseable {
  private static final int WAITING = 200;

  /** Waits, or is interrupted. */
  @FunctionalInterface
  public interface Pause {
    void take(Duration duration) throws InterruptedException;
  }

  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Sandbox sandbox;
  private final Pause pause;

  private SandboxServer(Sandbox sandbox, ServerSocket listener, Pause pause) {
    this.sandbox = sandbox;
    this.listener = listener;
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
   * @param pause how latency and slow answers wait
   */
  public static SandboxServer start(Sandbox sandbox, int port, Pause pause) {
    try {
      var server = new SandboxServer(sandbox, listen(port), pause);
      server.threads.execute(server::accept);
      return server;
    } catch (BindException e) {
      throw new Refused("Port " + port + " is in use; choose another, or 0 for any free one.");
    } catch (IOException e) {
      throw new Refused(
          "The sandbox cannot listen on port %d: %s.".formatted(port, e.getMessage()));
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    var listener = new ServerSocket();
    try {
      var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(loopback, port), WAITING);
      return listener;
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  /** What clients take as the base of all paths, e.g. {@code http://127.0.0.1:8787/client/v4}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port() + Routes.BASE);
  }

  public int port() {
    return listener.getLocalPort();
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  /** Stops at once: requests under way are cut off. */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      // A listener that cannot be closed is closed with the process.
    }
    threads.shutdownNow();
    open.forEach(SandboxServer::drop);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException | RejectedExecutionException e) {
        // Either this is the end, or one client went before it was met.
      }
    }
    open.forEach(SandboxServer::drop);
  }

  private void serve(Socket socket) {
    try (socket) {
      new Conversation(socket, sandbox, pause).hold();
    } catch (IOException e) {
      // A client that hangs up needs no answer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }
}
