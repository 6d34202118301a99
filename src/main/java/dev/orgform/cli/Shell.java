package dev.orgform.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Everything a run sees of the machine it runs on.
 *
 * @param out for data
 * @param err for chatter
 * @param in for answers
 * @param environment variables by name
 * @param directory what relative paths are relative to
 * @param clock the wall clock
 * @param random for jitter and for the names of runs
 * @param interrupts how somebody stops a run
 * @param terminals which of the three streams are terminals
 */
public record Shell(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    Path directory,
    Clock clock,
    RandomGenerator random,
    Interrupts interrupts,
    Terminals terminals) {

  /** Which streams a person sits at. */
  public record Terminals(boolean in, boolean out, boolean err) {
    public static final Terminals NONE = new Terminals(false, false, false);
  }

  public Shell {
    environment = Map.copyOf(environment);
  }

  /** The same from another directory. */
  Shell in(Path other) {
    return new Shell(
        out,
        err,
        in,
        environment,
        directory.resolve(other).normalize(),
        clock,
        random,
        interrupts,
        terminals);
  }

  /** The same with data going elsewhere. */
  Shell withOutput(PrintStream other) {
    return new Shell(other, err, in, environment, directory, clock, random, interrupts, terminals);
  }

  /** The variable's text, empty where it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** Whether nobody is there to answer. */
  boolean isAutomation() {
    return !variable("CI").isEmpty() && !variable("CI").equals("false");
  }
}
