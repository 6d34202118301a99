package dev.orgform.kill;

import dev.orgform.Main;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program where whatever it says in a signal's own thread is a defect. */
final class Saboteur {
  private Saboteur() {}

  public static void main(String[] arguments) {
    System.setOut(
        new PrintStream(System.out, true, StandardCharsets.UTF_8) {
          @Override
          public void print(String text) {
            if (Thread.currentThread().getName().startsWith("SIG")) {
              throw new IllegalStateException("sabotage");
            }
            super.print(text);
          }
        });
    Main.main(arguments);
  }
}
