package dev.orgform.architecture.canary.report;

import java.io.PrintStream;
import java.util.function.Supplier;

/** Its name says nothing, and its methods are for Main alone. */
final class PrintService {
  PrintStream stream() {
    return System.out;
  }

  Supplier<String> environment(String name) {
    return () -> System.getenv(name);
  }

  void leave(Exception reason) {
    reason.printStackTrace();
    System.exit(1);
  }
}
