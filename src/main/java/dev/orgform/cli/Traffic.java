package dev.orgform.cli;

import dev.orgform.api.Call;
import dev.orgform.api.Carriers;
import dev.orgform.api.Paced;
import dev.orgform.api.Persistent;
import dev.orgform.api.ReadOnly;
import dev.orgform.api.RealTime;
import dev.orgform.api.Reply;
import dev.orgform.api.ServerTime;
import dev.orgform.api.Stop;
import dev.orgform.api.Transport;
import dev.orgform.apply.Journaled;
import dev.orgform.apply.Memory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * All requests of a run: repeated where that is safe, paced by one gate, carried by threads. It
 * only reads until somebody gives it a memory; then it notes everything first.
 */
final class Traffic implements Transport, AutoCloseable {
  private final Connection connection;
  private final int parallelism;
  private final RealTime scheduler;
  private final ServerTime time;
  private final Stop stop = new Stop();
  private final Deque<Carriers> carriers = new ArrayDeque<>();
  private final Transport outermost;
  private Transport innermost;

  Traffic(Shell shell, Connection connection, ConnectOptions options, Consumer<Duration> waiting) {
    this.connection = connection;
    this.parallelism = options.parallelism;
    this.scheduler = new RealTime(shell.clock());
    this.time = new ServerTime(scheduler);
    this.innermost = carried(new Carriers(new ReadOnly(connection.api()), scheduler, parallelism));
    var paced =
        new Paced(
            time.heard((call, arrived) -> innermost.send(call, arrived)),
            scheduler,
            stop,
            options.reserve,
            options.maxWait,
            waiting);
    this.outermost = new Persistent(paced, scheduler, stop, shell.random());
  }

  /** From now on changes may be sent, each noted before. */
  void changeWith(Memory memory) {
    var all = carried(new Carriers(connection.api(), scheduler, parallelism));
    innermost = new Journaled(all, memory);
  }

  private Carriers carried(Carriers one) {
    carriers.push(one);
    return one;
  }

  RealTime scheduler() {
    return scheduler;
  }

  /** By which runs date what later runs compare. */
  ServerTime time() {
    return time;
  }

  Stop stop() {
    return stop;
  }

  @Override
  public void send(Call call, Consumer<Reply> arrived) {
    outermost.send(call, arrived);
  }

  @Override
  public void close() {
    carriers.forEach(Carriers::close);
  }
}
