package dev.orgform;

import dev.orgform.cli.JavaOptions;
import dev.orgform.cli.Orgform;
import dev.orgform.cli.Shell;
import dev.orgform.cli.Signals;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Streams, environment and clock come in; an exit code goes out. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var terminals = Set.of(System.getProperty("orgform.terminals", "").split(",", -1));
    var shell =
        new Shell(
            System.out,
            System.err,
            System.in,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Clock.systemUTC(),
            RandomGenerator.getDefault(),
            new Signals(Runtime.getRuntime()::halt),
            new Shell.Terminals(
                terminals.contains("in"), terminals.contains("out"), terminals.contains("err")));
    Thread.setDefaultUncaughtExceptionHandler((thread, defect) -> Orgform.broken(shell, defect));
    System.exit(
        JavaOptions.areSafe(shell, System::getProperty)
            ? Orgform.execute(shell, arguments)
            : JavaOptions.UNSAFE);
  }
}
