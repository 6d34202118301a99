package dev.orgform.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A directory with an environment, at which command lines are typed into this very process.
 *
 * @param directory what relative paths are relative to
 * @param environment all variables there are
 * @param typed what stands on the standard input
 */
public record Desk(
    Path directory,
    SortedMap<String, String> environment,
    String typed,
    Shell.Terminals terminals,
    Clock clock) {

  /** What a command line gave: its exit code, both streams, and both as one sees them together. */
  public record Run(int exit, String out, String err, String both) {}

  /** An empty environment, and nobody there to type. */
  public static Desk in(Path directory) {
    return new Desk(directory, new TreeMap<>(), "", Shell.Terminals.NONE, Clock.systemUTC());
  }

  public Desk with(Map<String, String> more) {
    var all = new TreeMap<>(environment);
    all.putAll(more);
    return new Desk(directory, all, typed, terminals, clock);
  }

  public Desk with(String name, String value) {
    return with(Map.of(name, value));
  }

  public Desk typing(String text) {
    return new Desk(directory, environment, text, terminals, clock);
  }

  public Desk at(Clock other) {
    return new Desk(directory, environment, typed, terminals, other);
  }

  public Desk on(Shell.Terminals others) {
    return new Desk(directory, environment, typed, others, clock);
  }

  public Run run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var both = new ByteArrayOutputStream();
    var shell = shell(stream(out, both), stream(err, both));
    int exit = Orgform.execute(shell, arguments);
    return new Run(exit, text(out), text(err), text(both));
  }

  /** The flag that accepts the one-way steps of the plan as it would be made now. */
  public String oneWay() {
    var flag =
        Pattern.compile("--accept-one-way=[0-9a-f]{12}").matcher(run("plan", "--sandbox").out());
    return flag.find() ? flag.group() : "no one-way step";
  }

  /** All that a command sees of the machine. */
  Shell shell(PrintStream out, PrintStream err) {
    return new Shell(
        out,
        err,
        in(),
        environment,
        directory,
        clock,
        new SplittableRandom(1),
        Interrupts.NONE,
        terminals);
  }

  private InputStream in() {
    return new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(OutputStream one, OutputStream other) {
    return new PrintStream(new Tee(one, other), true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Writes everything twice. */
  private static final class Tee extends OutputStream {
    private final OutputStream one;
    private final OutputStream other;

    Tee(OutputStream one, OutputStream other) {
      this.one = one;
      this.other = other;
    }

    @Override
    public void write(int b) throws java.io.IOException {
      one.write(b);
      synchronized (other) {
        other.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws java.io.IOException {
      one.write(bytes, from, count);
      synchronized (other) {
        other.write(bytes, from, count);
      }
    }
  }
}
