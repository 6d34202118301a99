package dev.orgform.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was asked and how it was answered; the newest hundred thousand, for long runs. */
final class RequestLog {
  private static final int LONGEST = 100_000;

  private final ArrayDeque<Served> served = new ArrayDeque<>();

  void add(Served one) {
    synchronized (served) {
      if (served.size() == LONGEST) {
        served.removeFirst();
      }
      served.addLast(one);
    }
  }

  List<Served> requests() {
    synchronized (served) {
      return List.copyOf(new ArrayList<>(served));
    }
  }
}
