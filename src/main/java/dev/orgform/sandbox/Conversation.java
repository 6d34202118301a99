package dev.orgform.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** One connection of a client: its requests, one behind the other, and how each is answered. */
final class Conversation {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int IDLE_MILLIS = 300_000;
  private static final int FAREWELL_MILLIS = 1_000;
  private static final int FAREWELL_BYTES = 1 << 20;

  private final Socket socket;
  private final Sandbox sandbox;
  private final SandboxServer.Pause pause;
  private final InputStream in;
  private final OutputStream out;
  private final RequestReader reader;

  Conversation(Socket socket, Sandbox sandbox, SandboxServer.Pause pause) throws IOException {
    this.socket = socket;
    this.sandbox = sandbox;
    this.pause = pause;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(IDLE_MILLIS);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.reader = new RequestReader(in, out);
  }

  /** Answers until either side wants no more. */
  void hold() throws IOException, InterruptedException {
    boolean more = true;
    while (more) {
      try {
        var incoming = reader.next();
        more = incoming.isPresent() && answer(incoming.get());
      } catch (Denied e) {
        write(e.answer().with("Connection", "close"), true, 0);
        farewell();
        more = false;
      }
    }
  }

  private boolean answer(RequestReader.Incoming incoming) throws IOException, InterruptedException {
    return switch (deliver(incoming.request())) {
      case Delivery.Answered answered -> {
        pause.take(answered.after());
        write(
            incoming.kept() ? answered.answer() : answered.answer().with("Connection", "close"),
            !incoming.request().method().equals("HEAD"),
            answered.bytesPerSecond());
        end(answered.ending());
        if (answered.ending() == Ending.KEPT && !incoming.kept()) {
          farewell();
        }
        yield answered.ending() == Ending.KEPT && incoming.kept();
      }
      case Delivery.Broken broken -> {
        pause.take(broken.after());
        out.write(HttpBytes.of(broken.answer()), 0, broken.bytes());
        end(broken.ending());
        yield false;
      }
      case Delivery.Silent silent -> {
        socket.setSoTimeout(0);
        drain(Long.MAX_VALUE);
        yield false;
      }
      case Delivery.Unreached unreached -> {
        pause.take(unreached.after());
        end(Ending.RESET);
        yield false;
      }
    };
  }

  /**
   * A defect of ours is still an answer, because a client cannot tell a closed socket from a lost
   * reply.
   */
  private Delivery deliver(Request request) {
    try {
      return sandbox.deliver(request);
    } catch (RuntimeException e) {
      Answer broken = Denials.broken("The sandbox has a defect: " + e).answer();
      return new Delivery.Answered(broken, Duration.ZERO, false, 0, Ending.CLOSED);
    }
  }

  private void write(Answer answer, boolean body, int bytesPerSecond)
      throws IOException, InterruptedException {
    byte[] bytes = body ? HttpBytes.of(answer) : HttpBytes.head(answer);
    int step = bytesPerSecond == 0 ? bytes.length : bytesPerSecond;
    for (int at = 0; at < bytes.length; at += step) {
      if (at > 0) {
        pause.take(SECOND);
      }
      out.write(bytes, at, Math.min(step, bytes.length - at));
    }
  }

  private void end(Ending ending) throws IOException {
    switch (ending) {
      case KEPT -> {}
      case CLOSED -> socket.close();
      case RESET -> {
        // Without lingering the system sends RST instead of FIN.
        socket.setSoLinger(true, 0);
        socket.close();
      }
    }
  }

  /**
   * Lets the client read its last answer: closing with its bytes unread would be a reset, which
   * takes the answer away.
   */
  private void farewell() throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(FAREWELL_MILLIS);
    drain(FAREWELL_BYTES);
  }

  private void drain(long bytes) throws IOException {
    byte[] some = new byte[8 << 10];
    long left = bytes;
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = in.read(some);
    }
  }
}
